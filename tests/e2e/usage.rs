//! Command lines that the parser does not take.

use crate::{Sandbox, assert_snapshot};

#[test]
fn a_mistake_is_named_with_what_to_do() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["list", "--formt", "json"]), @r"
    --- stderr
    error: there is no option --formt
    hint: did you mean --format?
    hint: see tuition list --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["list", "--format", "yaml"]), @r#"
    --- stderr
    error: --format cannot be "yaml"
    hint: it is one of table, json, csv, tsv
    hint: see tuition list --help
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run(["ls", "--format", "jsno"]), @r#"
    --- stderr
    error: --format cannot be "jsno"
    hint: did you mean json?
    hint: see tuition list --help
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run(["list", "--limit", "few"]), @r#"
    --- stderr
    error: --limit cannot be "few"
    hint: see tuition list --help
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run(["list", "--limit"]), @r"
    --- stderr
    error: --limit needs a value
    hint: see tuition list --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["plan", "frobnicate"]), @r"
    --- stderr
    error: there is no command frobnicate
    hint: see tuition plan --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["plan", "ad", "x"]), @r"
    --- stderr
    error: there is no command ad
    hint: did you mean add?
    hint: see tuition plan --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["done"]), @r"
    --- stderr
    error: missing: <ID>
    hint: see tuition done --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["log", "void", "x"]), @r"
    --- stderr
    error: missing: --reason <TEXT>
    hint: see tuition log void --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["--lang", "fr", "list"]), @r#"
    --- stderr
    error: the interface does not speak "fr"
    hint: the languages are en and zh-CN
    hint: see tuition list --help
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run(["-q", "-v", "list"]), @r"
    --- stderr
    error: --quiet does not go together with --verbose
    hint: see tuition list --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["list", "--limit", "3", "--limit", "4"]), @r"
    --- stderr
    error: --limit is given twice
    hint: see tuition list --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["undo", "now"]), @r#"
    --- stderr
    error: "now" is one word too many
    hint: see tuition undo --help
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run(["undo", "--quiet=3"]), @r#"
    --- stderr
    error: --quiet takes no value, but has "3"
    hint: see tuition undo --help
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run(["log", "add", "Talk", "--batch", "-"]), @r"
    --- stderr
    error: [TITLE] does not go together with --batch
    hint: see tuition log add --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["log", "add", "--batch", "file.jsonl"]), @r#"
    --- stderr
    error: --batch cannot be "file.jsonl"
    hint: it is one of -
    hint: see tuition log add --help
    --- exit 2
    "#);
}

#[test]
fn a_mistake_is_named_in_chinese() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run_zh(["list", "--formt", "json"]), @r"
    --- stderr
    错误：没有选项 --formt
    提示：是否指 --format？
    提示：详见 tuition list --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["list", "--format", "yaml"]), @r"
    --- stderr
    错误：--format 不能是“yaml”
    提示：可用值：table、json、csv、tsv
    提示：详见 tuition list --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["ls", "--format", "jsno"]), @r"
    --- stderr
    错误：--format 不能是“jsno”
    提示：是否指 json？
    提示：详见 tuition list --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["list", "--limit", "few"]), @r"
    --- stderr
    错误：--limit 不能是“few”
    提示：详见 tuition list --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["list", "--limit"]), @r"
    --- stderr
    错误：--limit 需要一个值
    提示：详见 tuition list --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["plan", "frobnicate"]), @r"
    --- stderr
    错误：没有命令 frobnicate
    提示：详见 tuition plan --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["plan", "ad", "x"]), @r"
    --- stderr
    错误：没有命令 ad
    提示：是否指 add？
    提示：详见 tuition plan --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["done"]), @r"
    --- stderr
    错误：缺少 <编号>
    提示：详见 tuition done --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["log", "void", "x"]), @r"
    --- stderr
    错误：缺少 --reason <文字>
    提示：详见 tuition log void --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["--lang", "fr", "list"]), @r"
    --- stderr
    错误：界面没有“fr”这种语言
    提示：可用语言：en、zh-CN
    提示：详见 tuition list --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["-q", "-v", "list"]), @r"
    --- stderr
    错误：--quiet 不能与 --verbose 同时使用
    提示：详见 tuition list --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["list", "--limit", "3", "--limit", "4"]), @r"
    --- stderr
    错误：--limit 只能给出一次
    提示：详见 tuition list --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["undo", "now"]), @r"
    --- stderr
    错误：多出了“now”
    提示：详见 tuition undo --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["undo", "--quiet=3"]), @r"
    --- stderr
    错误：--quiet 不带值，却给了“3”
    提示：详见 tuition undo --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["log", "add", "Talk", "--batch", "-"]), @r"
    --- stderr
    错误：[名称] 不能与 --batch 同时使用
    提示：详见 tuition log add --help
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["log", "add", "--batch", "file.jsonl"]), @r"
    --- stderr
    错误：--batch 不能是“file.jsonl”
    提示：可用值：-
    提示：详见 tuition log add --help
    --- exit 2
    ");
}
