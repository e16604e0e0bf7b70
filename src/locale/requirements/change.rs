//! What a course, or several, would change in a rule.

use super::parts::{figures, part_name};
use crate::domain::requirement::change::Change;
use crate::domain::requirement::{Part, State};
use crate::locale::{Lang, Say};

/// `+8 → professional 54 → 62 of 60, met`: what would count, and what a part would come to.
pub fn change(lang: Lang, change: &Change) -> String {
    let name = part_name(lang, &change.after);
    format!("+{} → {name} {}", change.counted, from_to(lang, change))
}

/// The same where the part is known from elsewhere: `+8 → 62/60, met`.
pub fn change_in_brief(lang: Lang, change: &Change) -> String {
    format!("+{} → {}", change.counted, unless_open(lang, change, &change.after, "/"))
}

/// `now 54 · with plan 66 · with marks 74 of 90`. `marks`: how many courses are marked; none means
/// the course under the cursor.
pub fn tried(lang: Lang, change: &Change, marks: usize) -> String {
    let now = change.before.have();
    let mut said = lang.either(format!("now {now}"), format!("现有 {now}"));
    let planned = now.plus(change.before.planned);
    if planned != now {
        said.push_str(&lang.either(format!(" · with plan {planned}"), format!(" · 加计划 {planned}")));
    }
    let what = match (lang, marks) {
        (Lang::En, 0) => "with this course",
        (Lang::En, _) => "with marks",
        (Lang::Zh, 0) => "加本课程",
        (Lang::Zh, _) => "加已标记",
    };
    let mut after = change.after.clone();
    after.counted = after.counted.plus(after.planned);
    let of = lang.either(" of ", "/");
    let said = format!("{said} · {what} {}", unless_open(lang, change, &after, of));
    match &change.unmet {
        Some(open) => format!("{said} · {} {}", part_name(lang, open), figures(open)),
        None => said,
    }
}

/// A part says that it is met only where nothing else of the rule stays open: without the name of
/// the part, the word would be taken for the rule's.
fn unless_open(lang: Lang, change: &Change, part: &Part, of: &str) -> String {
    match (&change.unmet, part.required) {
        (Some(_), Some(required)) => format!("{}{of}{required}", part.have()),
        _ => of_required(lang, part, of),
    }
}

/// `54 → 62 of 60, met`
fn from_to(lang: Lang, change: &Change) -> String {
    let of = lang.either(" of ", "/");
    format!("{} → {}", change.before.have(), of_required(lang, &change.after, of))
}

fn of_required(lang: Lang, part: &Part, of: &str) -> String {
    let have = part.have();
    let Some(required) = part.required else { return have.to_string() };
    let said = format!("{have}{of}{required}");
    match have >= required {
        true => format!("{said}{}{}", lang.either(", ", "，"), State::Met.say(lang)),
        false => said,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::domain::Amount;

    fn of(before: u64, after: u64, planned: u64) -> Change {
        let part = |counted| {
            let mut part = sample::part(60, counted);
            part.label = Some(sample::category("professional"));
            part.planned = Amount::whole(planned);
            part
        };
        let counted = Amount::whole(after - before);
        Change { before: part(before), after: part(after), counted, unmet: None }
    }

    #[test]
    fn what_would_count_and_what_it_comes_to() {
        let both =
            |said: fn(Lang, &Change) -> String, one: &Change| [Lang::En, Lang::Zh].map(|l| said(l, one));
        assert_eq!(
            both(change, &of(54, 62, 0)),
            ["+8 → professional 54 → 62 of 60, met", "+8 → 专业科目 54 → 62/60，已达标"]
        );
        assert_eq!(both(change_in_brief, &of(54, 62, 0)), ["+8 → 62/60, met", "+8 → 62/60，已达标"]);
        assert_eq!(change(Lang::En, &of(8, 16, 0)), "+8 → professional 8 → 16 of 60");
    }

    #[test]
    fn what_is_tried_out_stands_beside_what_is_there_and_planned() {
        assert_eq!(tried(Lang::En, &of(40, 48, 6), 2), "now 40 · with plan 46 · with marks 54 of 60");
        assert_eq!(tried(Lang::Zh, &of(40, 48, 6), 2), "现有 40 · 加计划 46 · 加已标记 54/60");
        assert_eq!(tried(Lang::En, &of(54, 62, 0), 0), "now 54 · with this course 62 of 60, met");
        let mut open = sample::part(1, 0);
        open.label = Some(sample::category("ethics"));
        let change = Change { unmet: Some(open), ..of(54, 62, 0) };
        assert_eq!(tried(Lang::En, &change, 0), "now 54 · with this course 62 of 60 · ethics 0/1");
        assert_eq!(change_in_brief(Lang::Zh, &change), "+8 → 62/60");
    }
}
