//! No text from outside can drive a terminal: every code point, in every text that a screen shows,
//! drawn by the program's own drawing, leaves nothing in a cell but what can be seen.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tuition::action::Action;
use tuition::app::model::Start;
use tuition::app::{Message, Model, update};
use tuition::domain::course::{LocalText, Session, StatedHours};
use tuition::domain::hours::{Evidence, Voiding};
use tuition::domain::requirement::rule::Source;
use tuition::domain::requirement::{Anchor, Packs};
use tuition::domain::vocabulary::{Outcome, Unit};
use tuition::domain::{
    Amount, Catalog, Course, CourseId, Date, Entry, EntryId, Following, HoursRecord, Plan, PlanItem, Profile,
    Rule, RuleId, Safe,
};
use tuition::locale::Lang;
use tuition::store::catalog::{Opened, Severity};
use tuition::store::record::{Record, RecordProblem, RecordProblemKind};
use tuition::ui;
use tuition::ui::theme::Theme;

const TODAY: Date = Date::constant(2026, 11, 21);

fn course_id(text: &str) -> CourseId {
    CourseId::new(text).unwrap()
}

fn entry_id(text: &str) -> EntryId {
    EntryId::new(text).unwrap()
}

/// A course whose every text is this one.
fn course(text: &str) -> Course {
    let some = || Some(text.to_owned());
    let local = LocalText { en: Some(format!("a{text}")), zh: some(), ..LocalText::default() };
    Course {
        summary: Some(local.clone()),
        track: some(),
        topics: vec![text.to_owned()],
        stage: some(),
        hours: Some(StatedHours::Range { min: Amount::whole(1), max: None, basis: some() }),
        instructors: vec![text.to_owned()],
        provider: some(),
        language: some(),
        url: some(),
        assessment: some(),
        credential: some(),
        source: some(),
        facts_as_of: some(),
        verified: Some(false),
        note: some(),
        sessions: vec![Session {
            place: some(),
            instructors: vec![text.to_owned()],
            note: some(),
            ..Session::default()
        }],
        ..Course::new(course_id("one"), local)
    }
}

/// A plan, a record and a list of problems whose every text is this one.
fn record(text: &str) -> Record {
    let some = || Some(text.to_owned());
    let item = PlanItem {
        why: some(),
        note: some(),
        withdrawn: Some(TODAY),
        ..PlanItem::new(course_id("gone"), text, TODAY)
    };
    let entry = Entry {
        id: entry_id("entry"),
        date: TODAY,
        title: text.to_owned(),
        course: None,
        amount: Amount::whole(1),
        unit: Unit::Hour,
        categories: Vec::new(),
        form: None,
        outcome: Outcome::Completed,
        provider: some(),
        url: some(),
        evidence: vec![Evidence { sha256: String::new(), name: text.to_owned() }],
        note: some(),
        replaces: None,
        recorded: None,
    };
    let live = Entry { id: entry_id("live"), ..entry.clone() };
    let voiding = Voiding {
        id: entry_id("voiding"),
        target: entry_id("entry"),
        date: TODAY,
        reason: some(),
        recorded: None,
    };
    let mut problem = RecordProblem {
        place: Default::default(),
        severity: Severity::Error,
        kind: RecordProblemKind::NotAnId { key: "course", found: text.to_owned() },
    };
    problem.place.file = std::sync::Arc::new(text.into());
    Record {
        plan: Plan { items: vec![item] },
        profile: followed(),
        hours: HoursRecord::new(vec![entry, live], vec![voiding]),
        problems: vec![problem],
        ..Record::default()
    }
}

/// Packs whose every text is this one: with figures, and without the date that one counts from.
fn packs(text: &str) -> Packs {
    let local = LocalText { en: Some(format!("a{text}")), zh: Some(text.to_owned()), ..LocalText::default() };
    let rule = |id: &str| {
        let total = Some(Amount::whole(90));
        let mut rule = Rule::new(RuleId::new(id).unwrap(), local.clone(), Unit::Hour, total);
        rule.note = Some(local.clone());
        rule.unconfirmed = vec![local.clone()];
        rule.sources =
            vec![Source { title: local.clone(), url: Some(text.to_owned()), checked: TODAY, line: 1 }];
        rule
    };
    let mut personal = rule("personal");
    personal.cycle.anchor = Anchor::Personal { date: text.to_owned(), asks: Some(local.clone()) };
    let mut nameless = rule("nameless");
    nameless.cycle.anchor = Anchor::Personal { date: text.to_owned(), asks: None };
    Packs::new(vec![rule("own"), personal, nameless])
}

fn followed() -> Profile {
    let following = |id| Following::new(RuleId::new(id).unwrap());
    let following = ["own", "personal", "nameless"].map(following).to_vec();
    Profile { following, ..Profile::default() }
}

fn model(text: &str) -> Model {
    Model::new(Start {
        lang: Lang::En,
        settings: tuition::config::Settings::default(),
        today: TODAY,
        size: (200, 60),
        catalog: Opened { catalog: Catalog::new(vec![course(text)]), ..Opened::default() },
        packs: tuition::store::requirements::Opened { packs: packs(text), ..Default::default() },
        record: record(text),
        entry: entry_id("fresh"),
    })
}

fn act(model: &mut Model, actions: &[Action]) {
    for action in actions {
        update(model, Message::Do(*action));
    }
}

/// What is in the cells after drawing.
fn drawn(model: &Model) -> Vec<String> {
    let (width, height) = model.size;
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| _ = ui::view(model, Theme::coloured(), frame)).unwrap();
    terminal.backend().buffer().content.iter().map(|cell| cell.symbol().to_owned()).collect()
}

/// Written out here on purpose, apart from `domain::safe`: what may not reach a terminal.
fn drives_a_terminal(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
                | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
                | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}'
        )
}

fn check(model: &Model, place: &str, text: &str) {
    for symbol in drawn(model) {
        assert!(!symbol.chars().any(drives_a_terminal), "{place}: {symbol:?} out of {text:?}");
        assert!(symbol.chars().count() <= 8, "{place}: {symbol:?} has no end");
    }
}

/// Shows a text in all the places that it can come from.
fn check_everywhere(text: &str) {
    for (place, actions) in [
        ("catalog", &[][..]),
        ("course form", &[Action::RecordHours]),
        ("help", &[Action::Help]),
        ("problems", &[Action::Problems]),
        ("plan", &[Action::ViewPlan]),
        ("plan form", &[Action::ViewPlan, Action::Modify]),
        ("hours", &[Action::ViewHours]),
        ("free form", &[Action::RecordFree]),
        ("rules", &[Action::ViewStatus]),
        ("rule without its date", &[Action::ViewStatus, Action::Down]),
        ("rule without a date's name", &[Action::ViewStatus, Action::Bottom]),
        ("ledger", &[Action::ViewStatus, Action::Open, Action::Open]),
        ("packs", &[Action::ViewStatus, Action::Follow]),
        ("date of a rule", &[Action::ViewStatus, Action::Down, Action::Modify]),
    ] {
        let mut model = model(text);
        act(&mut model, actions);
        update(&mut model, Message::Paste(text.to_owned()));
        check(&model, place, text);
    }
}

/// What does not pass a filter of its own: the query line and form fields take keys one by one.
fn check_typed(text: &str) {
    let mut model = model("x");
    act(&mut model, &[Action::Search]);
    for c in text.chars() {
        update(&mut model, Message::Type(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)));
    }
    check(&model, "query", text);
}

/// Every code point once, a few dozen together so that each chunk fits a field of the screen.
fn chunks(range: std::ops::RangeInclusive<u32>, size: usize) -> Vec<String> {
    let all: Vec<char> = range.filter_map(char::from_u32).collect();
    all.chunks(size).map(|chunk| chunk.iter().collect()).collect()
}

/// The planes in which anything but letters and pictures lives, in every place.
#[test]
fn what_drives_terminals_is_seen_nowhere() {
    for (range, size) in [(0..=0x17F, 16), (0x600..=0x61F, 16), (0x1100..=0x11FF, 32), (0x1800..=0x180F, 16)]
        .into_iter()
        .chain([(0x2000..=0x206F, 16), (0x3160..=0x3167, 8), (0xFE00..=0xFFFF, 64)])
        .chain([(0xE0000..=0xE01FF, 64)])
    {
        for text in chunks(range, size) {
            check_everywhere(&text);
        }
    }
}

/// All 1,112,064 of them, in the list, the details, the query.
#[test]
fn every_code_point_is_inert() {
    // The gate itself, character by character: it is what the drawing relies on.
    for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
        let mut text = [0; 4];
        let shown = Safe::new(c.encode_utf8(&mut text)).into_string();
        assert!(!shown.chars().any(drives_a_terminal), "{c:?} is shown as {shown:?}");
    }
    // And through the drawing, in chunks that the details show whole; a fact is not indexed, which
    // for a million characters would take most of the time.
    let mut model = model("x");
    update(&mut model, Message::Resize(200, 100));
    for text in chunks(0..=0x10_FFFF, 2048) {
        let plain = LocalText::plain("x");
        let course = Course { note: Some(text.clone()), ..Course::new(course_id("one"), plain) };
        let opened = Opened { catalog: Catalog::new(vec![course]), ..Opened::default() };
        update(&mut model, Message::CatalogRead(Box::new(opened)));
        check(&model, "details", &text);
    }
}

#[test]
fn typed_code_points_are_inert() {
    for text in chunks(0..=0xFF, 24).into_iter().chain(chunks(0x2000..=0x206F, 24)) {
        check_typed(&text);
    }
}

#[test]
fn a_heap_of_marks_on_one_letter_has_an_end() {
    check_everywhere(&format!("a{}", "\u{301}".repeat(400)));
}

/// The test sees what it looks for.
#[test]
fn a_cell_with_an_escape_would_be_found() {
    for c in ['\u{1b}', '\u{7f}', '\u{9b}', '\u{202e}', '\u{200b}', '\u{e0041}'] {
        assert!(drives_a_terminal(c), "{c:?}");
    }
    assert!(!['a', '数', 'é', ' ', '\u{fffd}'].into_iter().any(drives_a_terminal));
}
