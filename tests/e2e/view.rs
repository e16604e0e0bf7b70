//! `tuition view`, and `@name` in `tuition list`.

use crate::{Sandbox, assert_snapshot};

fn views(sandbox: &Sandbox) -> String {
    std::fs::read_to_string(sandbox.data().join("views.toml")).unwrap()
}

#[test]
fn a_query_is_saved_listed_used_and_taken_out() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["view", "list"]), @r"
    --- stderr
    no view is saved yet; save one with: tuition view save NAME QUERY
    ");
    assert_snapshot!(sandbox.run(["view", "save", "short", "hours:<=8", "track:leadership"]), @r"
    saved short
    --- stderr
    saved; use it as a term: tuition list @short
    take it back with: tuition undo
    ");
    assert_eq!(
        views(&sandbox),
        "schema = 1\n\n[[view]]\nname = \"short\"\nquery = \"hours:<=8 track:leadership\"\n"
    );
    assert_snapshot!(sandbox.run(["view", "save", "@short", "hours:<=24"]), @r"
    saved short
    --- stderr
    @short stood for: hours:<=8 track:leadership
    take it back with: tuition undo
    ");
    assert_snapshot!(sandbox.run(["view", "save", "short", "hours:<=24"]), @r"
    --- stderr
    @short stands for this query already
    ");
    sandbox.stdout(["view", "save", "领导力", "track:leadership sort:title limit:1"]);
    assert_snapshot!(sandbox.run_zh(["view", "list"]), @r"
    视图    查询                                 课程数
    short   hours:<=24                                3
    领导力  track:leadership sort:title limit:1       2
    ");
    let json = sandbox.json(["view", "list", "--format", "json"]);
    assert_eq!(json["schema"], 1);
    assert_eq!((&json["views"][1]["name"], json["views"].as_array().unwrap().len()), (&"领导力".into(), 2));
    let ids = |args: &[&str]| {
        let found = sandbox.json(args.iter().copied().chain(["--format", "json"]));
        let ids = found["courses"].as_array().unwrap().iter().map(|course| course["id"].clone());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(ids(&["list", "@short"]), ids(&["list", "hours:<=24"]));
    assert_eq!(ids(&["list", "@short", "track:leadership"]), ids(&["list", "hours:<=24 track:leadership"]));
    assert_eq!(ids(&["list", "@领导力"]).len(), 1);
    assert_eq!(ids(&["list", "@领导力", "--limit", "2", "--sort", "hours"]).len(), 2);
    assert_snapshot!(sandbox.run(["view", "remove", "short"]), @r"
    removed short
    --- stderr
    taken out: @short
    take it back with: tuition undo
    ");
    sandbox.stdout(["undo"]);
    assert!(views(&sandbox).contains("short"));
    sandbox.stdout(["redo"]);
    assert!(!views(&sandbox).contains("short"));
}

#[test]
fn what_is_no_view_is_refused_with_its_exit_code() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["view", "save", "a", "hours:<=8"]);
    assert_snapshot!(sandbox.run(["view", "save", "two words", "x"]), @r#"
    --- stderr
    error: "two words" is not a name for a view
    hint: use letters, digits, - and _, no blank and no hyphen in front, at most 40 characters
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run(["view", "save", "b", " "]), @r"
    --- stderr
    error: an empty query lists every course and needs no name
    hint: for example: tuition view save short 'hours:<=8'
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["view", "save", "b", "trak:x"]), @r#"
    --- stderr
    error: unknown field "trak"; did you mean "track"?
      trak:x
      ^^^^
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run(["view", "save", "a", "x @a"]), @r"
    --- stderr
    error: these views contain each other: @a → @a; change one of them
      x @a
        ^^
    --- exit 2
    ");
    assert_snapshot!(sandbox.run(["view", "remove", "aa"]), @r"
    --- stderr
    error: no view is saved as aa
    hint: did you mean a?
    --- exit 1
    ");
    assert_snapshot!(sandbox.run_zh(["view", "remove", "nothing"]), @r"
    --- stderr
    错误：没有名为 nothing 的视图
    提示：查看已有的视图：tuition view list
    --- exit 1
    ");
    assert_snapshot!(sandbox.run(["list", "lead @aa"]), @r#"
    --- stderr
    error: no saved view "aa"; did you mean "@a"?
      lead @aa
           ^^^
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run(["log", "list", "@a"]), @r"
    --- stderr
    error: @: says nothing about entries; these do: title, provider, category, form, unit, status, hours, on, date, has, no
      @a
      ^^
    --- exit 2
    ");
    assert!(views(&sandbox).ends_with("query = \"hours:<=8\"\n"));
}

#[test]
fn comments_stay_and_mistakes_are_named_with_their_lines() {
    let sandbox = Sandbox::new();
    let text = "# mine\nschema = 1\n\n# short ones\n[[view]]\nquery = 'hours:<=8' # or less\nname = \"short\"\nlater = 1\n\n[[view]]\nname = \"two words\"\nquery = \"x\"\n\n[[view]]\nname = \"short\"\nquery = \"y\"\n";
    sandbox.write("data/views.toml", text);
    assert_snapshot!(sandbox.run(["view", "list"]), @r#"
    View   Query      Courses
    short  hours:<=8        2
    --- stderr
    warning: [root]/data/views.toml:8:1: "later" means nothing here; it is kept and has no effect.
    error: [root]/data/views.toml:11:8: "two words" is not a name for a view. Use letters, digits, - and _, no blank and no hyphen in front.
    error: [root]/data/views.toml:15:8: the view short stands here twice; this block is not used. Delete one of the two.
    error: 1 file of the record cannot be read; what it holds is not shown
    hint: nothing is written over those files; repair or move them
    --- exit 3
    "#);
    assert_snapshot!(sandbox.run(["view", "save", "short", "hours:<=4"]), @r#"
    --- stderr
    warning: [root]/data/views.toml:8:1: "later" means nothing here; it is kept and has no effect.
    error: [root]/data/views.toml:11:8: "two words" is not a name for a view. Use letters, digits, - and _, no blank and no hyphen in front.
    error: [root]/data/views.toml:15:8: the view short stands here twice; this block is not used. Delete one of the two.
    error: nothing saved: [root]/data/views.toml:15:8: the view short stands here twice; this block is not used. Delete one of the two.
    --- exit 3
    "#);
    let sound = text.split("\n[[view]]\nname = \"two").next().unwrap();
    sandbox.write("data/views.toml", sound);
    sandbox.stdout(["view", "save", "short", "hours:<=4"]);
    assert_eq!(views(&sandbox), sound.replace("'hours:<=8'", "\"hours:<=4\""));
    sandbox.stdout(["undo"]);
    assert_eq!(views(&sandbox), sound);
    assert_eq!(sandbox.run(["plan", "list", "-q"]).code, Some(0));
}

/// That a view is not there nobody can say of a file that cannot be read.
#[test]
fn a_broken_file_of_views_is_named_with_its_cause() {
    let sandbox = Sandbox::new();
    sandbox.write("data/views.toml", "schema = 1\n[[view]\nname = \"short\"\nquery = \"hours:<5\"\n");
    let output = sandbox.run(["list", "@short"]);
    assert_eq!((output.code, output.stdout.as_str()), (Some(3), ""), "{output}");
    assert!(output.stderr.contains("the closing ]] is missing"), "{output}");
    assert!(!output.stderr.contains("no saved view"), "{output}");
}
