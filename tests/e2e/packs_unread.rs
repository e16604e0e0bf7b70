//! Requirement packs that cannot be read: which rule they were to replace, and what then has figures.

use crate::Sandbox;

const BROKEN: &str = "schema = 1\nid = \"ID\"\ntitle = \"Mine\"\nunit = \"class-hour\"\n\
                      total = = 120\n[period]\nanchor = \"calendar\"\nmonths = 12\n";
const FIGURES: [&[&str]; 6] = [
    &["status", "cn-mohrss"],
    &["what-if", "welding", "--rule", "cn-mohrss"],
    &["due"],
    &["report", "transcript", "--rule", "cn-mohrss"],
    &["audit", "cn-mohrss", "-o", "pack.zip"],
    &["export", "ics"],
];

#[test]
fn a_rule_that_a_broken_pack_was_to_replace_has_no_figures() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["rules", "follow", "cn-mohrss"]);
    for text in [BROKEN.replace("ID", "cn-mohrss"), "id='cn-mohrss' # ours\nunit = \"\n".to_owned()] {
        sandbox.write("data/requirements/mine.toml", text);
        for command in FIGURES {
            let output = sandbox.run(command);
            let code = if command[0] == "report" || command[0] == "audit" { output.code } else { Some(3) };
            assert!(output.code == code && output.code != Some(0), "{command:?}: {output}");
            assert!(!output.stdout.contains("90"), "{command:?}: {output}");
        }
        let other = sandbox.run(["status", "ncees"]);
        assert_eq!(other.code, Some(0), "a broken pack hides no other: {other}");
    }
}

#[test]
fn where_no_id_can_be_told_a_pack_that_was_named_is_not_passed_over() {
    let sandbox = Sandbox::new();
    sandbox.stdout(["rules", "follow", "cn-mohrss"]);
    sandbox.write("packs/mine.toml", BROKEN.replace("id = \"ID\"\n", "") + "[x]\nid = \"cn-mohrss\"\n");
    for named in ["packs/mine.toml", "packs", "packs/none.toml"] {
        for command in FIGURES {
            let output = sandbox.run([command, &["--rules", named]].concat());
            assert_eq!(output.code, Some(3), "{command:?}: {output}");
            assert!(output.stderr.contains("named and not read: 1"), "{command:?}: {output}");
        }
    }
    assert!(!sandbox.path("pack.zip").exists());
    let mut command = sandbox.command(["status"]);
    let output = sandbox.finish(command.env("TUITION_RULES", sandbox.path("packs")));
    assert!(output.code == Some(3) && output.stdout.contains("90"), "what can be shown is: {output}");
    // Beside the record it hides nothing, because nobody has asked for it.
    sandbox.write("data/requirements/mine.toml", "total = =\n");
    assert_eq!(sandbox.run(["status"]).code, Some(0));
}
