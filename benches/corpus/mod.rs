//! Ten thousand courses made from two thousand real titles, the same on every run, and what a
//! person types into them.

use tuition::domain::course::{LocalText, StatedHours};
use tuition::domain::vocabulary::{Delivery, Form, Level, Word};
use tuition::domain::{Amount, Catalog, Course, CourseId};

const TITLES: &str = include_str!("../data/titles.tsv");

const FAMILY: [&str; 12] = [
    "Wang", "Li", "Zhang", "García", "Müller", "Okafor", "Silva", "Novák", "Kim", "Haddad", "Rossi", "Larsen",
];
const GIVEN: [&str; 12] =
    ["Aimin", "Elena", "Jonas", "Mei", "Tomás", "Ngozi", "Lucía", "Wei", "Sofia", "Omar", "Ingrid", "Paul"];
const PEOPLE: [&str; 6] = ["王爱民", "李建国", "张晓燕", "陈思远", "刘志强", "赵敏"];
const ENDINGS: [&str; 8] =
    ["", " II", ": Methods", " in Practice", " Seminar", ": Case Studies", " Workshop", " Capstone"];
const CHINESE_ENDINGS: [&str; 6] = ["", "（下）", "实训", "案例分析", "研讨", "进阶"];

/// A number that looks random and is not.
fn mix(seed: usize) -> usize {
    let mut x = (seed as u64).wrapping_add(0x9E37_79B9_7F4A_7C15);
    x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    usize::try_from((x ^ (x >> 31)) >> 8).unwrap_or_default()
}

fn pick<T: Copy>(list: &[T], seed: usize) -> Option<T> {
    list.get(mix(seed).checked_rem(list.len())?).copied()
}

pub fn catalog(size: usize) -> Catalog {
    let lines: Vec<Vec<&str>> = TITLES.lines().map(|line| line.split('\t').collect()).collect();
    let courses = (0..size).filter_map(|row| {
        let line = lines.get(row % lines.len())?;
        let other = lines.get(mix(row) % lines.len())?;
        let (language, title, provider) = (*line.first()?, *line.get(1)?, *line.get(2)?);
        let round = row / lines.len();
        let chinese = language == "zh";
        let ending = if chinese { pick(&CHINESE_ENDINGS, row)? } else { pick(&ENDINGS, row)? };
        let title = if round == 0 { title.to_owned() } else { format!("{title}{ending}") };
        let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let slug = words.take(4).collect::<Vec<_>>().join("-").to_lowercase();
        let id = CourseId::new(format!("{slug}-{row}").trim_start_matches('-'))?;
        let mut course = Course::new(id, LocalText::plain(&title));
        course.topics =
            [line.get(3), other.get(3)].into_iter().flatten().map(|topic| (*topic).to_owned()).collect();
        course
            .topics
            .extend(other.get(1).and_then(|title| title.split([' ', '：']).next()).map(str::to_owned));
        course.provider = Some(provider.to_owned());
        course.language = Some(language.to_owned());
        course.track = line.get(3).map(|subject| subject.to_lowercase());
        course.instructors = vec![if chinese {
            pick(&PEOPLE, row)?.to_owned()
        } else {
            format!("{} {}", pick(&GIVEN, row)?, pick(&FAMILY, row + 1)?)
        }];
        course.level = pick(Level::ALL, row);
        course.delivery = pick(Delivery::ALL, row + 2);
        course.form = pick(Form::ALL, row + 3);
        if row % 3 > 0 {
            course.hours = Some(StatedHours::Exact(Amount::whole(4 + mix(row) as u64 % 60)));
        }
        Some(course)
    });
    Catalog::new(courses.collect())
}

/// Twenty queries: common, rare and without a match; one word and several; abbreviations, Chinese
/// and pinyin; with fields.
pub const QUERIES: [&str; 20] = [
    "introduction",
    "machine learning",
    "python",
    "leadership",
    "data struct algo",
    "cmplx anlys",
    "quantum mech",
    "mgmt",
    "finance university",
    "zzqxj",
    "数字经济",
    "程序设计",
    "szjj",
    "jisuanji",
    "rengongzhineng",
    "wang engineering",
    "digital marketing strategy",
    "hours:<=40 design",
    "language:en !online teams",
    "sustainable",
];

/// Every prefix of every query: what is searched while it is typed.
pub fn keystrokes() -> Vec<String> {
    let prefixes = |query: &'static str| {
        query.char_indices().map(move |(at, c)| query.get(..at + c.len_utf8()).unwrap_or_default().to_owned())
    };
    QUERIES.into_iter().flat_map(prefixes).collect()
}
