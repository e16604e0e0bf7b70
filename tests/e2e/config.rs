//! `tuition config path`

use crate::{Sandbox, assert_snapshot};
use serde_json::json;

#[test]
fn everything_in_use_is_named() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["config", "path"]), @r"
    catalog       [root]/catalog.toml                      exists
    requirements  [root]/data/requirements                 not created yet
    data          [root]/data                              not created yet
    plan          [root]/data/plan.toml                    not created yet
    profile       [root]/data/profile.toml                 not created yet
    views         [root]/data/views.toml                   not created yet
    hours         [root]/data/hours                        not created yet
    journal       [root]/data/journal                      not created yet
    settings      [root]/home/.config/tuition/config.toml  not created yet
    themes        [root]/home/.config/tuition/themes       not created yet
    ");
    sandbox.saved(["done", "welding"]);
    let output =
        sandbox.finish(sandbox.command(["--lang", "zh-CN", "config", "path"]).env_remove("TUITION_CATALOG"));
    assert_snapshot!(output, @r"
    课程目录  程序自带
    要求包    [root]/data/requirements                 尚未创建
    数据目录  [root]/data                              已存在
    学习计划  [root]/data/plan.toml                    尚未创建
    个人资料  [root]/data/profile.toml                 尚未创建
    视图      [root]/data/views.toml                   尚未创建
    学时记录  [root]/data/hours                        已存在
    操作日志  [root]/data/journal                      已存在
    设置      [root]/home/.config/tuition/config.toml  尚未创建
    主题      [root]/home/.config/tuition/themes       尚未创建
    ");
}

#[test]
fn json_says_what_exists() {
    let sandbox = Sandbox::new();
    let json = sandbox.json(["-C", "a.toml", "-C", "catalog.toml", "config", "path", "--format", "json"]);
    let exists: Vec<_> =
        json["catalogs"].as_array().unwrap().iter().map(|place| place["exists"].clone()).collect();
    assert_eq!(exists, [json!(false), json!(true)]);
    assert_eq!((&json["schema"], &json["bundled"]), (&json!(1), &json!(false)));
    assert_eq!(json["data"]["exists"], json!(false));
}

/// Where a pack of one's own may be put, before there is any.
#[test]
fn the_folders_of_own_packs_are_named() {
    let sandbox = Sandbox::new();
    sandbox.write("courses/catalog.toml", std::fs::read(sandbox.path("catalog.toml")).unwrap());
    sandbox.write("courses/requirements/mine.toml", "");
    let json =
        sandbox.json("-C courses -C catalog.toml --rules board.toml config path --format json".split(' '));
    let places = json["requirements"].as_array().unwrap();
    let found: Vec<_> = places.iter().map(|at| (at["path"].as_str().unwrap(), &at["exists"])).collect();
    let data = "[root]/data/requirements";
    let (no, yes) = (&json!(false), &json!(true));
    assert_eq!(
        found,
        [("board.toml", no), (data, no), ("courses/requirements", yes)],
        "a catalog that is a file has no folder: {json:#}"
    );
}

#[test]
fn options_win_over_the_environment() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["--data", "elsewhere", "plan", "add", "welding"]);
    assert!(sandbox.path("elsewhere/plan.toml").exists());
    assert!(!sandbox.data().exists());
}

#[test]
fn without_variables_the_system_says_where() {
    let sandbox = Sandbox::new();
    let mut command = sandbox.command(["plan", "add", "welding"]);
    assert_eq!(sandbox.finish(command.env_remove("TUITION_DATA")).code, Some(0));
    let plans = sandbox.files("home").into_iter().filter(|(path, _)| path.ends_with("tuition/plan.toml"));
    assert_eq!(plans.count(), 1);
}
