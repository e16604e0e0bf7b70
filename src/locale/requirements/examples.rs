//! What an example of a requirement pack expects, and how its figures came out otherwise.

use super::stated::beside;
use crate::domain::Safe;
use crate::domain::requirement::example::{Example, Expected, Figure, Mismatch};
use crate::domain::vocabulary::{Category, Form, Word};
use crate::locale::{Lang, Say};

/// `as of 2026-12-31, 3 entries: total counted 15, missing 0; met`.
pub fn expectation(lang: Lang, example: &Example) -> String {
    let mut given = vec![lang.either(format!("as of {}", example.as_of), format!("截至 {}", example.as_of))];
    given.extend(
        example.since.map(|since| lang.either(format!("counting from {since}"), format!("自 {since} 起算"))),
    );
    given
        .extend(example.total.map(|total| lang.either(format!("{total} required"), format!("要求 {total}"))));
    given.push(match (example.entries.len(), lang) {
        (0, Lang::En) => "no entry".to_owned(),
        (1, Lang::En) => "1 entry".to_owned(),
        (count, Lang::En) => format!("{count} entries"),
        (count, Lang::Zh) => format!("{count} 条记录"),
    });
    let mut outcome: Vec<String> = example.expect.iter().map(|expected| part(lang, expected)).collect();
    outcome.extend(example.state.map(|state| {
        let state = state.say(lang);
        lang.either(format!("overall: {state}"), format!("总体{state}"))
    }));
    match lang {
        Lang::En => format!("{}: {}", given.join(", "), outcome.join("; ")),
        Lang::Zh => format!("{}：{}", given.join("，"), outcome.join("；")),
    }
}

fn part(lang: Lang, expected: &Expected) -> String {
    let figures = [
        (Figure::Required, expected.required),
        (Figure::Counted, expected.counted),
        (Figure::Carried, expected.carried),
        (Figure::Missing, expected.missing),
    ];
    let figures = figures
        .into_iter()
        .filter_map(|(figure, amount)| amount.map(|amount| format!("{} {amount}", figure.say(lang))));
    let state = expected.state.map(|state| state.say(lang));
    let said: Vec<String> = figures.chain(state).collect();
    let (name, said) = (part_in_words(lang, &expected.part), said.join(lang.either(", ", "，")));
    lang.either(format!("{name} {said}"), beside(&name, &said))
}

/// A part's id as the reader knows it: `ethics-year-2` is "ethics, year 2".
fn part_in_words(lang: Lang, id: &str) -> String {
    let (label, year) = match id.rsplit_once("-year-") {
        Some((label, year)) if year.parse::<u8>().is_ok() => (label, Some(year)),
        _ => (id, None),
    };
    let said = match (Form::from_word(label), Category::new(label)) {
        _ if label == "total" => lang.either("total", "总学时").to_owned(),
        (Some(form), _) => form.say(lang),
        (None, Some(category)) => category.say(lang),
        (None, None) => label.to_owned(),
    };
    match year {
        None => said,
        Some(year) => lang.either(format!("{said}, year {year}"), format!("{said}第 {year} 年")),
    }
}

impl Say for Figure {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Required => lang.either("required", "要求"),
            Self::Counted => lang.either("counted", "计入"),
            Self::Carried => lang.either("carried", "结转"),
            Self::Missing => lang.either("missing", "尚缺"),
        }
        .to_owned()
    }
}

impl Say for Mismatch {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoSuchPart { part, known } => {
                let (part, known) = (Safe::new(part), known.join(lang.either(", ", "、")));
                lang.either(
                    format!("the rule has no part {}; its parts are {known}", &*part),
                    format!("要求包没有 {} 这一项；各项为 {known}", &*part),
                )
            }
            Self::Figure { part, figure, expected, found } => {
                let figure = figure.say(lang);
                let found =
                    found.map_or_else(|| lang.either("nothing", "无").to_owned(), |found| found.to_string());
                lang.either(
                    format!("{part}, {figure}: expected {expected}, found {found}"),
                    format!("{part} 的{figure}：预期 {expected}，实际 {found}"),
                )
            }
            Self::State { part, expected, found } => {
                let part = part.as_deref().map_or_else(
                    || lang.either("the rule as a whole", "整个要求包").to_owned(),
                    |part| lang.either(part.to_owned(), format!("{part} ")),
                );
                lang.either(
                    format!("{part}, state: expected {expected}, found {found}"),
                    format!("{part}的状态：预期 {expected}，实际 {found}"),
                )
            }
            Self::NoPersonalDate => lang
                .either(
                    "the rule counts from a personal date, and since is missing",
                    "要求包从个人日期起算，缺少 since",
                )
                .to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_said_by_their_labels() {
        let both = |id: &str| [Lang::En, Lang::Zh].map(|lang| part_in_words(lang, id));
        assert_eq!(both("total"), ["total", "总学时"]);
        assert_eq!(both("ways-of-working"), ["ways of working", "工作方式"]);
        assert_eq!(both("self-study"), ["self-study", "自学"]);
        assert_eq!(both("total-year-2"), ["total, year 2", "总学时第 2 年"]);
        assert_eq!(both("leap-year-rules"), ["leap year rules", "leap-year-rules"]);
    }
}
