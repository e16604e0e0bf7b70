//! The settings file: whatever stands in it, reading it ends, and no mistake takes a right line with it.

use proptest::prelude::*;
use std::path::Path;
use tuition::config::{File, Keymap};
use tuition::locale::{Lang, Say};

fn read(text: &str) -> File {
    File::read(Path::new("config.toml"), text, None)
}

/// A line that is right, wrong, or neither.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z-]{1,8} = (true|1|\"[a-z]{0,5}\"|\\[\\]|-1|9e9|1979-05-27)",
        "\"[ -~：]{0,8}\" = \"[a-z-]{0,10}\"".prop_map(|line| line.replace('\\', "/")),
        "(theme|color|language|ascii|mouse|digits|ambiguous-width|catalogs|keys|schema) = (true|0|\"x\"|\\[1\\])",
        "\\[keys\\.[a-z]{1,10}\\]",
        "[ -~]{0,20}",
    ]
}

proptest! {
    #[test]
    fn any_text_is_read_to_its_end(text in "\\PC{0,200}|(.|\n){0,200}") {
        let file = read(&text);
        let _ = Keymap::built_in().with(&file.bound);
    }

    #[test]
    fn every_mistake_can_be_said(lines in prop::collection::vec(line(), 0..8)) {
        let text = lines.join("\n");
        let file = read(&text);
        for problem in &file.problems {
            let at = problem.position;
            prop_assert!(at.line >= 1 && at.line <= lines.len().max(1) && at.column >= 1, "{at:?} in {text:?}");
            for lang in [Lang::En, Lang::Zh] {
                prop_assert!(!problem.say(lang).contains(char::is_control));
            }
        }
        let (_, remarks) = Keymap::built_in().with(&file.bound);
        prop_assert!(remarks.iter().all(|(at, _)| at.line >= 1));
    }

    /// A wrong value, setting, key, action or table stands above and below right lines.
    #[test]
    fn a_mistake_takes_no_right_line_with_it(
        setting in "(zz[a-z]{1,6} = 1|theme = 1|color = \"[a-z]{9,12}\"|ambiguous-width = [3-9]|digits = true)",
        key in "(\"zz [a-z]{2,5}\" = \"undo\"|\"g Z\" = \"[a-z]{25,30}\"|\"Ctrl\\+[im]\" = \"open\"|\"Ctrl\\+c\" = \"undo\"|W = \\[\\])",
        table in "\\[keys\\.zz[a-z]{1,6}\\]",
    ) {
        let text = format!(
            "mouse = false\n{setting}\nascii = true\n[keys.catalog]\nB = \"undo\"\n{key}\n\"g x\" = \"redo\"\n{table}\nj = \"up\"\n[keys.plan]\nC = \"redo\"\n"
        );
        let file = read(&text);
        prop_assert_eq!(file.problems.len(), 3, "{:?}", &file.problems);
        prop_assert_eq!((file.layer.mouse, file.layer.ascii), (Some(false), Some(true)));
        let bound: Vec<usize> = file.bound.iter().map(|bound| bound.position.line).collect();
        prop_assert_eq!(bound, [5, 7, 11]);
    }
}
