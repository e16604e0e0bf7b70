//! One record, one day, the same figures everywhere: `status`, the transcript, the sum of its table
//! and the Status view. Each is asked for by itself, over the same data folder.

use crate::Sandbox;
use crate::screen::{At, CATALOG, Screen};
use proptest::prelude::*;
use serde_json::Value;
use tuition::domain::{Amount, Date};

const RULES: [&str; 3] = ["cn-mohrss", "state-pe", "board"];

const PROFILE: &str = "schema = 1\nname = \"Chen Xi\"
[[follow]]\nrule = \"cn-mohrss\"
[[follow]]\nrule = \"state-pe\"\nsince = 2024-02-01
[[follow]]\nrule = \"board\"\n";

/// What the two packs of the screens have not: a step, carry of one category, a share of what is
/// counted, caps per entry and year, a conversion, a multiplication, hours that only count passed.
const BOARD: &str = r#"
schema = 1
id = "board"
title = "The board"
unit = "cpe"
unit_minutes = 50
step = 0.5
counts_when = "passed"
total = 40

[period]
anchor = "month-day"
start = "07-01"
months = 24
from_year = 2023

[[minimum]]
category = "technical"
share = "50%"
of = "counted"

[[minimum]]
category = "ethics"
hours = 4
per = "year"
carried = true

[[minimum]]
form = "teaching"
hours = 2
soft = true

[[maximum]]
category = "public"
hours = 6
per = "year"

[[maximum]]
hours = 30
per = "entry"

[carry]
hours = 10
category = "technical"
earned_within_months = 18

[[convert]]
unit = "day"
gives = 7

[[multiply]]
form = "teaching"
by = 2
first_time = true

[[source]]
title = "Board rules"
checked = 2026-11-21
"#;

/// A place to look from: the screen's folder, and the program over it.
struct Desk {
    sandbox: Sandbox,
    screen: Screen,
    packs: String,
    catalog: String,
}

impl Desk {
    fn new(at: At) -> Self {
        let at = at.file("profile.toml", PROFILE).file("requirements/board.toml", BOARD);
        let here = |name: &str| format!("{}/{name}", env!("CARGO_MANIFEST_DIR"));
        let (packs, catalog) = (here("tests/fixtures/requirements"), here(CATALOG));
        Self { sandbox: Sandbox::new(), screen: at.open("4"), packs, catalog }
    }

    fn run(&self, args: &[&str]) -> String {
        let data = self.screen.data();
        let around = ["--data", data.to_str().unwrap(), "-C", &self.catalog, "--rules", &self.packs];
        self.sandbox.stdout([&around, args].concat())
    }

    /// Looks from another day, so many steps away in the view.
    fn assert_same(&mut self, steps: i8) {
        let keys = if steps < 0 { "<" } else { ">" };
        self.screen.press(&keys.repeat(usize::from(steps.unsigned_abs())));
        let model = self.screen.model();
        let day = model.requirements.day(model.today).to_string();
        let status: Value =
            serde_json::from_str(&self.run(&["status", "--as-of", &day, "--format", "json"])).unwrap();
        let rules = status["rules"].as_array().unwrap();
        assert_eq!(rules.len(), RULES.len(), "{status:#}");
        for (place, (rule, id)) in rules.iter().zip(RULES).enumerate() {
            assert_eq!(rule["id"], id);
            self.transcript(rule, &day);
            self.table(rule, &day);
            if place > 0 {
                self.screen.press("j");
            }
            on_screen(rule, &self.screen);
        }
    }

    fn transcript(&self, rule: &Value, day: &str) {
        let id = rule["id"].as_str().unwrap();
        let args = ["report", "transcript", "--rule", id, "--as-of", day, "--format", "json"];
        let transcript: Value = serde_json::from_str(&self.run(&args)).unwrap();
        assert_eq!((&transcript["period"], &transcript["state"]), (&rule["period"], &rule["state"]), "{id}");
        let figures = |parts: &Value| -> Vec<[Value; 7]> {
            let keys = ["id", "kind", "required", "counted", "carried", "missing", "state"];
            parts.as_array().unwrap().iter().map(|part| keys.map(|key| part[key].clone())).collect()
        };
        assert_eq!(figures(&transcript["parts"]), figures(&rule["parts"]), "{id} as of {day}");
    }

    /// Whoever adds up the rows of a part in a spreadsheet gets what is counted in it.
    fn table(&self, rule: &Value, day: &str) {
        let id = rule["id"].as_str().unwrap();
        let text = self.run(&["report", "transcript", "--rule", id, "--as-of", day, "--format", "csv"]);
        let rows: Vec<Vec<String>> = text.trim_start_matches('\u{FEFF}').lines().map(cells).collect();
        let column = |name: &str| rows[0].iter().position(|head| head == name).unwrap();
        let (counted, toward) = (column("counted"), column("counts_toward"));
        for part in rule["parts"].as_array().unwrap() {
            let of_part = |row: &&Vec<String>| {
                row[toward].split(';').any(|counts| counts == part["id"].as_str().unwrap())
            };
            let rows = rows[1..].iter().filter(of_part);
            let sum: Amount = rows.map(|row| Amount::parse(&row[counted]).unwrap()).sum();
            assert_eq!(sum, amount(&part["counted"]), "{id} {} as of {day}\n{text}", part["id"]);
        }
    }
}

/// The figures of a rule in the Status view, with the cursor on it.
#[track_caller]
fn on_screen(rule: &Value, screen: &Screen) {
    let id = rule["id"].as_str().unwrap();
    let rows = screen.rows();
    let listed =
        rows.iter().find(|row| row.contains(&format!("│> {id} "))).unwrap_or_else(|| panic!("{screen}"));
    let pane = |row: &str| row.split('│').nth(1).unwrap_or_default().trim().to_owned();
    let state = |of: &Value| of["state"].as_str().unwrap().replace('-', " ");
    assert!(pane(listed).ends_with(&format!("  {}", state(rule))), "{id} {}\n{screen}", rule["state"]);
    // The pane on the right: what stands between its borders.
    let mut rows = rows.iter().filter_map(|row| row.split('│').nth_back(1)).map(str::trim);
    for part in rule["parts"].as_array().unwrap() {
        let name = part["label"].as_str().unwrap();
        let row = rows.find_map(|row| row.strip_prefix(name)?.strip_prefix("  "));
        let row = row.unwrap_or_else(|| panic!("no {name}:\n{screen}"));
        let shown: Vec<&str> = row.split("  ").map(str::trim).filter(|cell| !is_bar(cell)).collect();
        assert_eq!(shown, expected(part, &state(part)), "{id} {name}\n{screen}");
    }
}

fn is_bar(cell: &str) -> bool {
    cell.chars().all(|c| "█▓▒░·".contains(c))
}

/// What stands behind a part's bar.
fn expected(part: &Value, state: &str) -> Vec<String> {
    let have = amount(&part["counted"]).plus(amount(&part["carried"]));
    let cap = part["kind"] == "maximum";
    let mut cells = vec![match (&part["required"], cap) {
        (Value::Null, _) => have.to_string(),
        (required, true) => format!("{have} of max {}", amount(required)),
        (required, false) => format!("{have} of {}", amount(required)),
    }];
    if !cap {
        let missing = Some(&part["missing"]).filter(|missing| !missing.is_null()).map(amount);
        cells
            .extend(missing.filter(|missing| !missing.is_zero()).map(|missing| format!("{missing} missing")));
        cells.push(state.to_owned());
    }
    cells
}

/// A figure of JSON or of a table, exactly as it is written.
fn amount(value: &Value) -> Amount {
    Amount::parse(&value.to_string()).unwrap_or_else(|_| panic!("{value}"))
}

/// The cells of a line; no text of these records has the end of a line in it.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

/// So large that no pane cuts or scrolls.
fn at() -> At {
    At::size("180x60")
}

fn entry(at: At, number: usize, date: Date, fields: &str) -> At {
    let id = format!("entry-{number:02}");
    let name = format!("hours/{}/{date}-{id}.toml", date.year());
    at.file(&name, &format!("schema = 1\nid = \"{id}\"\ndate = {date}\ntitle = \"Entry {number}\"\n{fields}"))
}

#[test]
fn of_a_record_that_is_lived_in() {
    for steps in [0, -1, 14, 30] {
        Desk::new(at().following()).assert_same(steps);
    }
}

#[test]
fn of_no_record_at_all() {
    Desk::new(at()).assert_same(0);
}

/// Carried in by one category, cut per entry and by the year, doubled the first time, rounded down.
#[test]
fn of_a_record_in_which_nothing_counts_as_claimed() {
    let mut at = at();
    for (number, (date, fields)) in [
        ("2024-02-03", "hours = 3\nunit = \"day\"\ncategories = [\"technical\"]\nresult = \"passed\"\n"),
        ("2024-09-03", "hours = 60\nunit = \"cpe\"\ncategories = [\"technical\"]\nresult = \"passed\"\n"),
        ("2025-01-15", "hours = 45.75\nunit = \"hour\"\ncategories = [\"technical\", \"ethics\"]\nresult = \"passed\"\n"),
        ("2025-08-01", "hours = 3.25\nunit = \"class-hour\"\nform = \"teaching\"\nresult = \"passed\"\n"),
        ("2025-09-01", "hours = 3.25\nunit = \"class-hour\"\nform = \"teaching\"\nresult = \"passed\"\n"),
        ("2026-02-01", "hours = 9\nunit = \"cpe\"\ncategories = [\"public\"]\nresult = \"passed\"\n"),
        ("2026-03-01", "hours = 9\nunit = \"cpe\"\ncategories = [\"public\"]\nresult = \"completed\"\n"),
        ("2026-07-02", "hours = 4.99\nunit = \"pdh\"\ncategories = [\"ethics\"]\nform = \"self-study\"\nresult = \"passed\"\n"),
        ("2026-11-21", "hours = 2\nunit = \"pdu\"\ncategories = [\"ethics\"]\nresult = \"failed\"\n"),
    ]
    .into_iter()
    .enumerate()
    {
        at = entry(at, number, date.parse().unwrap(), fields);
    }
    let mut desk = Desk::new(at);
    desk.assert_same(0);
    let carried = desk.run(&["status", "board", "--format", "json"]);
    let carried: Value = serde_json::from_str(&carried).unwrap();
    assert_ne!(amount(&carried["rules"][0]["parts"][0]["carried"]), Amount::ZERO, "{carried:#}");
}

type Written = (Date, u16, &'static str, Vec<&'static str>, Option<&'static str>, &'static str);

fn written() -> impl Strategy<Value = Written> {
    let date = (2023_i16..=2026, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap());
    let categories = ["professional", "public", "ethics", "technical"].to_vec();
    let forms = ["self-study", "teaching", "lecture"].to_vec();
    (
        date,
        1_u16..4000,
        prop::sample::select(["hour", "class-hour", "pdh", "cpe", "day"].to_vec()),
        prop::sample::subsequence(categories, 0..3),
        prop::option::of(prop::sample::select(forms)),
        prop::sample::select(["passed", "passed", "completed", "failed"].to_vec()),
    )
}

fn random(at: At, number: usize, written: &Written) -> At {
    let (date, hundredths, unit, categories, form, result) = written;
    let hours = Amount::from_hundredths(u64::from(*hundredths));
    let form = form.map(|form| format!("form = \"{form}\"\n")).unwrap_or_default();
    let fields = format!(
        "hours = {hours}\nunit = \"{unit}\"\ncategories = {categories:?}\nresult = \"{result}\"\n{form}"
    );
    entry(at, number, *date, &fields)
}

proptest! {
    // Each case runs the program seven times.
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_any_record(
        all in prop::collection::vec(written(), 0..12),
        plan in prop::sample::subsequence(vec!["leading-teams", "ai-junior", "heat", "scientific-leadership"], 0..4),
        steps in -20_i8..14,
    ) {
        let items = plan.iter().map(|id| format!("[[item]]\ncourse = \"{id}\"\ntitle = \"{id}\"\nadded = 2026-10-01\n"));
        let at = at().file("plan.toml", &format!("schema = 1\n{}", items.collect::<String>()));
        let at = all.iter().enumerate().fold(at, |at, (number, written)| random(at, number, written));
        Desk::new(at).assert_same(steps);
    }
}
