//! The names of parts, kinds and states, and a part's figures.

use super::brief::state_in_brief;
use crate::domain::requirement::rule;
use crate::domain::requirement::{Basis, Part, PartKind, Period, State};
use crate::locale::vocabulary::{Label, labels};
use crate::locale::{Lang, Say};

labels! { State {
    Met => "met", "已达标";
    OnTrack => "on track", "进度正常";
    AtRisk => "at risk", "有缺口风险";
    Missed => "missed", "未达标";
    Impossible => "cannot be met any more", "已无法达标";
    Advice => "advice", "仅为建议";
} }

labels! { PartKind {
    Total => "total", "总量";
    Minimum => "at least", "最低要求";
    Maximum => "at most", "上限";
    Share => "share", "占比要求";
} }

impl Say for rule::Label {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Category(category) => category.say(lang),
            Self::Form(form) => form.say(lang),
        }
    }
}

/// What a part is about: `total`, `ethics`, `ethics, year 2`; a cap says that it is one.
pub fn part_name(lang: Lang, part: &Part) -> String {
    let name = match &part.label {
        Some(label) => label.say(lang),
        None if part.kind == PartKind::Maximum => lang.either("everything", "全部学时").to_owned(),
        None => lang.either("total", "总学时").to_owned(),
    };
    let name = match (part.kind, lang) {
        (PartKind::Maximum, Lang::En) => format!("{name} (cap)"),
        (PartKind::Maximum, Lang::Zh) => format!("{name}（上限）"),
        _ => name,
    };
    match (part.id.year.map(|year| year + 1), lang) {
        (None, _) => name,
        (Some(year), Lang::En) => format!("{name}, year {year}"),
        (Some(year), Lang::Zh) => format!("{name}，第 {year} 年"),
    }
}

/// A part's state in few words. A cap is never met or missed: it has room or is full.
pub fn part_state(lang: Lang, part: &Part) -> String {
    match part.basis {
        Basis::Room { left } if left.is_zero() => lang.either("full", "已满").to_owned(),
        Basis::Room { .. } => lang.either("room left", "未满").to_owned(),
        _ => state_in_brief(lang, part.state),
    }
}

/// What is there of what is required: `62.5/90`; alone where nothing is stated.
pub fn figures(part: &Part) -> String {
    match part.required {
        Some(required) => format!("{}/{required}", part.have()),
        None => part.have().to_string(),
    }
}

/// What the plan would add; nothing where it adds nothing.
pub fn planned(lang: Lang, part: &Part) -> Option<String> {
    let planned = part.planned;
    (!planned.is_zero()).then(|| lang.either(format!("{planned} planned"), format!("计划 {planned}")))
}

/// From its first day to its last, both inside.
pub fn period(lang: Lang, period: Period) -> String {
    let Period { start, end } = period;
    lang.either(format!("{start} – {end}"), format!("{start} 至 {end}"))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::domain::requirement::PartId;

    #[test]
    fn a_part_is_called_by_what_it_is_about() {
        let both = |part: &Part| [Lang::En, Lang::Zh].map(|lang| part_name(lang, part));
        let mut part = sample::part(90, 62);
        assert_eq!(both(&part), ["total", "总学时"]);
        part.label = Some(sample::category("ethics"));
        part.id = PartId { label: Some("ethics".to_owned()), year: Some(1) };
        assert_eq!(both(&part), ["ethics, year 2", "职业道德，第 2 年"]);
        part.kind = PartKind::Maximum;
        part.id.year = None;
        assert_eq!(both(&part), ["ethics (cap)", "职业道德（上限）"]);
        part.label = None;
        assert_eq!(both(&part), ["everything (cap)", "全部学时（上限）"]);
    }

    #[test]
    fn a_cap_has_room_or_is_full() {
        let of = |left| {
            let basis = Basis::Room { left: crate::domain::Amount::whole(left) };
            let part = Part { kind: PartKind::Maximum, basis, state: State::Met, ..sample::part(25, 10) };
            [Lang::En, Lang::Zh].map(|lang| part_state(lang, &part))
        };
        assert_eq!(of(15), ["room left", "未满"]);
        assert_eq!(of(0), ["full", "已满"]);
        assert_eq!(part_state(Lang::En, &sample::part(90, 62)), "at risk");
    }
}
