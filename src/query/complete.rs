//! How a query may go on at the caret: names of fields, and the values of the field that is being
//! typed. The names come from the tables that the parser reads by, so that nothing is offered that
//! it would refuse; values of open fields come from whoever knows the catalog.

use super::display::quoted_if_needed;
use super::field::{ALIASES, Field, Name, Presence, SortKey, State};
use super::lex::{Quote, RawValue, RawWord, Token, TokenKind, lex, narrow};
use super::value;
use crate::domain::vocabulary::Word;
use std::ops::Range;

/// Candidates at most; who wants more types a letter.
pub const MOST_OFFERED: usize = 100;

/// What is known outside of the language.
pub trait Offers {
    /// The values of a field without a closed list; `rule` and `rule/part` for `fills:`.
    fn values(&self, field: Field) -> Vec<Offer>;
    /// The names of the saved views, without `@`.
    fn views(&self) -> Vec<Offer>;
    /// What a value of a closed list is called for the reader.
    fn label(&self, name: Name, value: &str) -> Option<String>;
}

/// A value that may be typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    pub value: String,
    /// What it is called for the reader, where that is something else.
    pub label: Option<String>,
    /// How many courses have it.
    pub count: Option<usize>,
}

/// One way to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidate {
    /// `track:`
    Name(Name),
    /// A value, with the name that it stands behind.
    Value(Name, Offer),
}

/// The ways to go on at a place of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// The bytes that a candidate takes the place of.
    pub span: Range<usize>,
    /// What begins as it was typed, then what contains it.
    pub candidates: Vec<Candidate>,
}

impl Candidate {
    /// What is put into the text.
    pub fn text(&self) -> String {
        match self {
            Self::Name(Name::View) => "@".to_owned(),
            Self::Name(name) => format!("{}:", name.word()),
            Self::Value(_, offer) => quoted_if_needed(&offer.value, true),
        }
    }
}

/// What may stand at the caret, a byte of the text.
pub fn complete(text: &str, caret: usize, offers: &impl Offers) -> Completion {
    let at_caret = |token: &Token| token.span.start < caret && caret <= token.span.end;
    for token in lex(text) {
        let TokenKind::Word(word) = &token.kind else { continue };
        if !at_caret(&token) {
            continue;
        }
        return match &word.field {
            Some(field) if caret > field.end || text.get(field.clone()).is_some_and(is_sign) => {
                in_value(text, caret, word, field, offers)
            }
            Some(field) => names(text, token.span.start..behind(text, field.end), caret),
            None if word.values.iter().all(is_bare) => names(text, token.span, caret),
            None => Completion::default(),
        };
    }
    names(text, caret..caret, caret)
}

/// `+` and `@` need no colon.
fn is_sign(field: &str) -> bool {
    matches!(field.chars().next().map(narrow), Some('+' | '@'))
}

fn is_bare(value: &RawValue) -> bool {
    value.quote == Quote::None && value.mark.is_none()
}

/// The end of the character that begins here.
fn behind(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8())
}

fn names(text: &str, span: Range<usize>, caret: usize) -> Completion {
    let typed = folded(text.get(span.start..caret).unwrap_or_default());
    let fits = |name: &Name| {
        let aliases = ALIASES.iter().filter(|(_, of)| of == name).map(|(word, _)| *word);
        std::iter::once(name.word()).chain(aliases).any(|word| word.starts_with(&typed))
    };
    let candidates = Name::all().filter(fits).map(Candidate::Name).collect();
    Completion { span, candidates }
}

fn in_value(
    text: &str,
    caret: usize,
    word: &RawWord,
    field: &Range<usize>,
    offers: &impl Offers,
) -> Completion {
    let name = text.get(field.clone()).map(folded).and_then(|name| Name::read(&name));
    let value = word.values.iter().find(|value| value.span.start <= caret && caret <= value.span.end);
    let (Some(name), Some(value)) = (name, value) else { return Completion::default() };
    let typed = folded(text.get(value.span.start..caret).unwrap_or_default());
    let typed = typed.trim_start_matches('"');
    let others: Vec<String> = word
        .values
        .iter()
        .filter(|other| other.span != value.span)
        .map(|other| value::literal(other).to_lowercase())
        .collect();
    let mut known = offered(name, offers);
    known.retain(|offer| !others.contains(&offer.value.to_lowercase()));
    if matches!(name, Name::Field(Field::Fills | Field::Counts)) && !typed.contains('/') {
        // Parts are many: first the rule, then what it consists of.
        let rule = known.iter().any(|offer| offer.value == typed);
        known.retain(|offer| !offer.value.contains('/') || (rule && offer.value.starts_with(typed)));
    }
    let rank = |offer: &Offer| {
        let value = folded(&offer.value);
        let label = offer.label.as_deref().map(folded).unwrap_or_default();
        let places = [
            value.starts_with(typed),
            label.starts_with(typed),
            value.contains(typed),
            label.contains(typed),
        ];
        places.iter().position(|fits| *fits)
    };
    let mut ranked: Vec<(usize, Offer)> =
        known.into_iter().filter_map(|offer| Some((rank(&offer)?, offer))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let offers = ranked.into_iter().take(MOST_OFFERED);
    let candidates = offers.map(|(_, offer)| Candidate::Value(name, offer)).collect();
    Completion { span: value.span.clone(), candidates }
}

fn folded(text: &str) -> String {
    text.chars().map(narrow).collect::<String>().to_lowercase()
}

fn offered(name: Name, offers: &impl Offers) -> Vec<Offer> {
    fn words<W: Word>() -> Vec<&'static str> {
        W::ALL.iter().map(|member| member.word()).collect()
    }
    let closed = match name {
        Name::View => return offers.views(),
        Name::Limit => return Vec::new(),
        Name::Sort => {
            let descending = |key: &SortKey| [key.word().to_owned(), format!("{}-", key.word())];
            let keys = SortKey::ALL.iter().flat_map(descending);
            return keys
                .map(|value| Offer { label: offers.label(name, &value), value, count: None })
                .collect();
        }
        Name::Is => words::<State>(),
        Name::Has | Name::No => words::<Presence>(),
        Name::Field(field) => match field.values() {
            Some(values) => values,
            None => return offers.values(field),
        },
    };
    let offer =
        |value: &str| Offer { value: value.to_owned(), label: offers.label(name, value), count: None };
    closed.into_iter().map(offer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::query::parse;

    struct Known;

    impl Offers for Known {
        fn values(&self, field: Field) -> Vec<Offer> {
            let values: &[(&str, Option<&str>)] = match field {
                Field::Track => &[("digital-economy", Some("数字经济")), ("leadership", Some("领导力"))],
                Field::Provider => &[("Institute of \"Leadership\"", None)],
                Field::Fills => {
                    &[("ncees", None), ("ncees/total", None), ("hkie", None), ("hkie/total", None)]
                }
                _ => &[],
            };
            let offer = |(value, label): &(&str, Option<&str>)| Offer {
                value: (*value).to_owned(),
                label: label.map(str::to_owned),
                count: Some(3),
            };
            values.iter().map(offer).collect()
        }

        fn views(&self) -> Vec<Offer> {
            ["short", "达标"].map(|name| Offer { value: name.to_owned(), ..Offer::default() }).to_vec()
        }

        fn label(&self, _: Name, value: &str) -> Option<String> {
            (value == "advanced").then(|| "高级".to_owned())
        }
    }

    /// The text with each candidate in its place; `|` stands for the caret.
    fn results(text: &str) -> Vec<String> {
        let caret = text.find('|').unwrap();
        let text = text.replace('|', "");
        let Completion { span, candidates } = complete(&text, caret, &Known);
        let put = |candidate: &Candidate| {
            format!("{}{}{}", &text[..span.start], candidate.text(), &text[span.end..])
        };
        candidates.iter().map(put).collect()
    }

    #[test]
    fn names_and_values_at_the_caret() {
        for (text, expected) in [
            ("tr|", &["track:"][..]),
            ("TR|", &["track:"]),
            ("x -tr| y", &["x -track: y"]),
            ("tr|ack:ai", &["track:ai"]),
            ("tea|", &["instructor:"]),
            ("h|", &["hours:", "has:"]),
            ("track:|", &["track:digital-economy", "track:leadership"]),
            ("track：le|", &["track：leadership"]),
            ("track:econ|", &["track:digital-economy"]),
            ("track:领|", &["track:leadership"]),
            ("track:leadership,|", &["track:leadership,digital-economy"]),
            ("level:高|", &["level:advanced"]),
            ("provider:ins|", &["provider:\"Institute of \"\"Leadership\"\"\""]),
            ("provider:\"ins|", &["provider:\"Institute of \"\"Leadership\"\"\""]),
            ("fills:|", &["fills:ncees", "fills:hkie"]),
            ("fills:ncees|", &["fills:ncees", "fills:ncees/total"]),
            ("fills:hkie/|", &["fills:hkie/total"]),
            ("@|", &["@short", "@达标"]),
            ("(@s|)", &["(@short)"]),
            ("sort:h|", &["sort:hours", "sort:hours-"]),
            ("no:evi|", &["no:evidence"]),
            ("zzz|", &[]),
            ("\"tr|", &[]),
            ("hours:|", &[]),
            ("trak:|", &[]),
        ] {
            assert_eq!(results(text), expected, "{text}");
        }
        assert_eq!(results("|").len(), Name::all().count());
        assert_eq!(results("tr |").len(), Name::all().count());
    }

    /// What is offered cannot lie: every value of every closed list is read by the parser.
    #[test]
    fn the_parser_reads_whatever_is_offered() {
        let today = Date::constant(2026, 11, 21);
        for name in Name::all() {
            let start = Candidate::Name(name).text();
            let Completion { candidates, .. } = complete(&start, start.len(), &Known);
            for candidate in candidates {
                let text = format!("{start}{}", candidate.text());
                assert!(parse(&text, today).is_ok(), "{text}");
            }
        }
    }
}
