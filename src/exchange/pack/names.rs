//! What a certificate is called in the pack: its own name as far as every system can keep it.

use crate::domain::Safe;
use crate::domain::hours::Evidence;
use std::collections::HashSet;

/// Bytes of a name. Windows and zip programs of old stop at 255 with the folder.
const LONGEST: usize = 120;
/// Names that Windows takes for devices, whatever follows the first full stop.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul", "com", "lpt", "conin$", "conout$"];

/// The names that are taken, so that no two differ by case alone.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// `evidence/` and the name that the certificate had, with a number where it is taken.
    pub(super) fn name(&mut self, evidence: &Evidence) -> String {
        let plain = plain(&evidence.name, &evidence.sha256);
        let (stem, end) = split(&plain);
        let mut name = plain.clone();
        let mut number = 1;
        while !self.taken.insert(name.to_lowercase()) {
            number += 1;
            name = format!("{stem}-{number}{end}");
        }
        format!("evidence/{name}")
    }
}

/// One part of a path that is never another folder, a device or a hidden file.
fn plain(name: &str, sha256: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let allowed = |c: char| match c {
        '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\u{FFFD}' => '_',
        c => c,
    };
    let name: String = Safe::new(last).chars().map(allowed).collect();
    let name = name.trim_start_matches(['.', ' ', '-', '~']).trim_end_matches(['.', ' ']);
    let name = shortened(name);
    if name.is_empty() {
        return sha256.chars().filter(char::is_ascii_hexdigit).take(16).collect();
    }
    let first = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let device = first.trim_end_matches(|c: char| c.is_ascii_digit());
    if DEVICES.contains(&device) && first.len() <= device.len() + 1 { format!("_{name}") } else { name }
}

/// Cut in the middle, so that the end by which programs know the file stays.
fn shortened(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let (stem, end) = split(name);
    let end = if end.len() <= 16 { end } else { "" };
    let mut kept = String::new();
    for c in stem.chars() {
        if kept.len() + c.len_utf8() + end.len() > LONGEST {
            break;
        }
        kept.push(c);
    }
    kept + end
}

fn split(name: &str) -> (&str, &str) {
    name.rfind('.').filter(|at| *at > 0).and_then(|at| name.split_at_checked(at)).unwrap_or((name, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &[&str]) -> Vec<String> {
        let mut taken = Names::default();
        let evidence = |name: &&str| Evidence { sha256: "ab".repeat(32), name: (*name).to_owned() };
        names.iter().map(|name| taken.name(&evidence(name))).collect()
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        for (name, expected) in [
            ("../../etc/passwd", "evidence/passwd"),
            ("..\\..\\boot.ini", "evidence/boot.ini"),
            ("/abs.pdf", "evidence/abs.pdf"),
            ("C:\\x\\y.pdf", "evidence/y.pdf"),
            ("C:y.pdf", "evidence/C_y.pdf"),
            ("..", "evidence/abababababababab"),
            ("", "evidence/abababababababab"),
            (".hidden", "evidence/hidden"),
            ("-rf.pdf", "evidence/rf.pdf"),
            ("a\nb\u{1b}.pdf", "evidence/a b_.pdf"),
            ("nul.pdf", "evidence/_nul.pdf"),
            ("COM1", "evidence/_COM1"),
            ("community.pdf", "evidence/community.pdf"),
            ("证书 2026.pdf", "evidence/证书 2026.pdf"),
        ] {
            assert_eq!(named(&[name]), [expected], "{name:?}");
        }
    }

    #[test]
    fn no_two_have_one_name() {
        assert_eq!(
            named(&["a.pdf", "A.PDF", "a.pdf", "a-2.pdf", "b"]),
            ["evidence/a.pdf", "evidence/A-2.PDF", "evidence/a-3.pdf", "evidence/a-2-2.pdf", "evidence/b"]
        );
    }

    #[test]
    fn a_long_name_keeps_its_end() {
        let [name] = &named(&[&format!("{}.pdf", "证".repeat(200))])[..] else { panic!() };
        assert!(name.len() <= LONGEST + "evidence/".len() && name.ends_with("证.pdf"), "{name}");
    }
}
