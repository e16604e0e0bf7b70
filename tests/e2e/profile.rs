//! `tuition profile`

use crate::{Sandbox, assert_snapshot};

const HAND_WRITTEN: &str = r#"# mine
schema = 1
name = "Chen Xi" # as on the card
licence = "PE 123456"
[dates]
birthday = 1984-02-29
licensed = 2024-03-01
renewal = { after = "licensed", months = 12, end_of_month = true }
[[follow]]
rule = "cn-mohrss"
[[follow.total]]
period = 2026-01-01
hours = 60
[[follow]]
rule = "of-old"
since = "renewal"
licence = "TX 98765"
[[follow.total]]
hours = 7.5
"#;

fn profile(sandbox: &Sandbox) -> String {
    std::fs::read_to_string(sandbox.data().join("profile.toml")).unwrap()
}

#[test]
fn it_is_shown_with_what_its_dates_come_to() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(["profile"]), @r"
    --- stderr
    the profile is empty; begin with: tuition profile set --name TEXT
    ");
    assert_snapshot!(sandbox.run_zh(["profile", "show", "--format", "json"]), @r#"{"schema":1,"name":null,"licence":null,"dates":[],"following":[]}"#);
    sandbox.write("data/profile.toml", HAND_WRITTEN);
    assert_snapshot!(sandbox.run(["profile"]), @r"
    Name     Chen Xi
    Licence  PE 123456
    Dates    birthday 1984-02-29
             licensed 2024-03-01
             renewal 2025-03-31 (12 months after licensed, end of month)
    Follows  cn-mohrss: China, professional staff (Decree 25) · total 60 class hours in the period from
             2026-01-01
             of-old (no pack of this id was read) · since 2025-03-31 (renewal) · licence TX 98765 ·
             total 7.5
    ");
    assert_snapshot!(sandbox.run_zh(["profile", "show"]), @r"
    姓名          Chen Xi
    证书编号      PE 123456
    个人日期      birthday 1984-02-29
                  licensed 2024-03-01
                  renewal 2025-03-31（licensed 12 个月后，月末）
    关注的要求包  cn-mohrss：专业技术人员继续教育规定 · 2026-01-01 起的周期要求 60 学时
                  of-old（没有读到这个标识的要求包） · 自 2025-03-31（renewal）起 · 证书 TX 98765 · 要求
                  7.5
    ");
    assert_snapshot!(sandbox.run(["profile", "--format", "json"]), @r#"{"schema":1,"name":"Chen Xi","licence":"PE 123456","dates":[{"name":"birthday","date":"1984-02-29","after":null,"months":null,"end_of_month":null},{"name":"licensed","date":"2024-03-01","after":null,"months":null,"end_of_month":null},{"name":"renewal","date":"2025-03-31","after":"licensed","months":12,"end_of_month":true}],"following":[{"rule":"cn-mohrss","title":"China, professional staff (Decree 25)","since":null,"since_name":null,"licence":null,"totals":[{"period":"2026-01-01","hours":60}]},{"rule":"of-old","title":null,"since":"2025-03-31","since_name":"renewal","licence":"TX 98765","totals":[{"period":null,"hours":7.5}]}]}"#);
}

#[test]
fn it_is_set_step_by_step() {
    let sandbox = Sandbox::new();
    let dates = ["--date", "licensed=2024-03-01", "--date", "renewal=licensed+24m"];
    assert_snapshot!(sandbox.run([&["profile", "set", "--name", "陈曦"][..], &dates].concat()), @r"
    changed profile
    --- stderr
    profile changed: the name, the date licensed, the date renewal
    take it back with: tuition undo
    ");
    assert_snapshot!(profile(&sandbox), @r#"
    schema = 1
    name = "陈曦"

    [dates]
    licensed = 2024-03-01
    renewal = { after = "licensed", months = 24 }
    "#);
    assert_snapshot!(sandbox.run_zh(["profile", "set", "--licence", "A 1", "--date", "licensed=today"]), @r"
    changed profile
    --- stderr
    个人资料已修改：证书编号、日期 licensed
    撤销请用：tuition undo
    ");
    assert_snapshot!(sandbox.run(["profile", "set", "--licence", " A 1 "]), @r"
    --- stderr
    the profile says so already
    ");
    assert_snapshot!(sandbox.run_zh(["undo"]), @r"
    已撤销：修改个人资料：证书编号、日期 licensed
    --- stderr
    重做请用：tuition redo
    ");
    assert_snapshot!(sandbox.run(["redo"]), @r"
    done again: changed the profile: the licence number, the date licensed
    --- stderr
    take it back with: tuition undo
    ");
    sandbox.stdout(["profile", "set", "--name", "", "--licence", "", "--date", "renewal="]);
    assert_eq!(profile(&sandbox), "schema = 1\n\n[dates]\nlicensed = 2026-11-21\n");
    sandbox.stdout(["undo"]);
    sandbox.stdout(["undo"]);
    sandbox.stdout(["undo"]);
    assert_eq!(profile(&sandbox), "schema = 1\n");
}

#[test]
fn comments_and_order_stay() {
    let sandbox = Sandbox::new();
    sandbox.write("data/profile.toml", HAND_WRITTEN);
    sandbox.stdout(["profile", "set", "--name", "Li Na", "--date", "birthday=1984-03-01"]);
    let expected = HAND_WRITTEN.replace("Chen Xi", "Li Na").replace("1984-02-29", "1984-03-01");
    assert_eq!(profile(&sandbox), expected);
    sandbox.stdout(["rules", "unfollow", "of-old"]);
    assert_eq!(profile(&sandbox), expected.split("[[follow]]\nrule = \"of-old\"").next().unwrap());
    sandbox.stdout(["undo"]);
    assert_eq!(profile(&sandbox), expected);
}

#[test]
fn dates_that_do_not_come_out_are_refused() {
    let sandbox = Sandbox::new();
    sandbox.write("data/profile.toml", HAND_WRITTEN);
    let set = |date: &str| sandbox.run(["profile", "set", "--date", date]);
    assert_snapshot!(set("birthday=1983-02-29"), @r#"
    --- stderr
    error: --date is "1983-02-29": there is no such day
    hint: a date is 2026-05-20, today, yesterday or -3d
    --- exit 2
    "#);
    assert_snapshot!(set("licensed=renewal+12m"), @r"
    --- stderr
    error: these dates are counted from each other: licensed → renewal → licensed
    hint: state one of them as a day
    --- exit 2
    ");
    assert_snapshot!(set("renewal=first+12m"), @r"
    --- stderr
    error: the profile states no date called first
    hint: state it with: tuition profile set --date first=DATE
    --- exit 2
    ");
    assert_snapshot!(set("renewal=licensed+1201m"), @r#"
    --- stderr
    error: "+1201" is not a whole number of months from -1200 to 1200
    hint: correct the months
    --- exit 2
    "#);
    assert_snapshot!(set("licensed="), @r"
    --- stderr
    error: renewal counts from the date licensed
    hint: change that one first, or give the date another day
    --- exit 2
    ");
    assert_snapshot!(set("renewal="), @r"
    --- stderr
    error: of-old counts from the date renewal
    hint: change that one first, or give the date another day
    --- exit 2
    ");
    assert_snapshot!(set("Birthday=2000-01-01"), @r#"
    --- stderr
    error: "Birthday" is not a name for a date
    hint: use lower-case letters, digits and single hyphens, a letter first
    --- exit 2
    "#);
    assert_snapshot!(set("2000-01-01"), @r#"
    --- stderr
    error: "2000-01-01" is not NAME=DATE
    hint: for example licensed=2024-03-01, or renewal=licensed+12m; renewal= takes it out
    --- exit 2
    "#);
    assert_snapshot!(sandbox.run(["profile", "set"]), @r"
    --- stderr
    error: nothing to change was named
    hint: name at least one option; --help lists them
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["profile", "set", "--date", "licensed=renewal+12m"]), @r"
    --- stderr
    错误：这些日期互相推算：licensed → renewal → licensed
    提示：请把其中一个写成具体日期
    --- exit 2
    ");
    assert_snapshot!(sandbox.run_zh(["profile", "set", "--date", "licensed="]), @r"
    --- stderr
    错误：renewal 从日期 licensed 起算
    提示：请先修改它，或为该日期另填一天
    --- exit 2
    ");
    assert_eq!(profile(&sandbox), HAND_WRITTEN);
}

#[test]
fn mistakes_in_the_file_are_named_and_the_rest_is_shown() {
    let sandbox = Sandbox::new();
    let mistaken = "schema = 1\nnmae = \"X\"\n[dates]\nbirthday = \"1983-02-29\"\n\
         a = { after = \"b\", months = 1 }\nb = { after = \"a\", months = 1 }\n\
         renewal = { after = \"lisenced\", months = 12 }\nlicensed = 2024-03-01\n\
         [[follow]]\nrule = \"cn-mohrss\"\nsince = \"nowhere\"\n[[follow]]\nrule = \"cn-mohrss\"\n";
    sandbox.write("data/profile.toml", mistaken);
    assert_snapshot!(sandbox.run(["profile"]), @r#"
    Dates    a – (1 month after b)
             b – (1 month after a)
             licensed 2024-03-01
             renewal – (12 months after lisenced)
    Follows  cn-mohrss: China, professional staff (Decree 25) · since nowhere
    --- stderr
    warning: [root]/data/profile.toml:2:1: "nmae" means nothing here; it is kept and has no effect. Did you mean "name"?
    error: [root]/data/profile.toml:4:12: the date "birthday" names a day that does not exist.
    error: [root]/data/profile.toml:5:5: these dates are counted from each other: a → b → a. State one of them as a day.
    error: [root]/data/profile.toml:7:21: no date is called "lisenced". Did you mean "licensed"?
    error: [root]/data/profile.toml:11:9: no date is called "nowhere". State it under [dates], or correct the name.
    error: [root]/data/profile.toml:13:8: cn-mohrss is followed twice; this block is not used. Delete one of the two.
    error: 1 file of the record cannot be read; what it holds is not shown
    hint: nothing is written over those files; repair or move them
    --- exit 3
    "#);
    assert_snapshot!(sandbox.run_zh(["profile"]), @r"
    个人日期      a –（b 1 个月后）
                  b –（a 1 个月后）
                  licensed 2024-03-01
                  renewal –（lisenced 12 个月后）
    关注的要求包  cn-mohrss：专业技术人员继续教育规定 · 自 nowhere 起
    --- stderr
    警告：[root]/data/profile.toml:2:1：“nmae”在此处没有意义，予以保留但不起作用。是否指“name”？
    错误：[root]/data/profile.toml:4:12：日期“birthday”不是存在的日期。
    错误：[root]/data/profile.toml:5:5：这些日期互相推算：a → b → a。请把其中一个写成具体日期。
    错误：[root]/data/profile.toml:7:21：没有名为“lisenced”的日期。是否指“licensed”？
    错误：[root]/data/profile.toml:11:9：没有名为“nowhere”的日期。请在 [dates] 下写明，或改正名称。
    错误：[root]/data/profile.toml:13:8：cn-mohrss 出现了两次，此处不采用，请删去其中一处。
    错误：有 1 个记录文件无法读取，其内容未显示
    提示：程序不会覆盖这些文件；请修复或移走它们
    --- exit 3
    ");
    let plan = sandbox.run(["plan", "list", "-q"]);
    assert_eq!(plan.code, Some(0), "the plan is complete all the same: {plan}");
}

#[test]
fn hostile_text_drives_no_terminal() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["profile", "set", "--name", "a\u{1b}[31m\u{202e}b"]);
    let output = sandbox.run(["profile"]);
    assert!(!crate::support::sandbox::drives_a_terminal(&output.to_string()), "{output}");
    assert!(!profile(&sandbox).contains('\u{1b}'));
}
