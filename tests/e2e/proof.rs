//! `evidence`, `report`, `audit` and `export`: proof that stands, and proof that is wanting.

use crate::support::sandbox::{Output, Sandbox, drives_a_terminal};
use std::fs;
use std::io::{Cursor, Read};
use std::os::unix::fs::{PermissionsExt, symlink};

/// A day in the period of the rule, an entry with a certificate and one without.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("certs/证书 one.pdf", "%PDF one");
    sandbox.saved(add(
        "Ethics of bridges",
        "8",
        &["--category", "professional", "--evidence", "certs/证书 one.pdf"],
    ));
    sandbox
}

fn add<'a>(title: &'a str, hours: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let start = ["log", "add", title, "--hours", hours, "--unit", "class-hour", "--on", "2026-03-01"];
    [&start[..], more].concat()
}

const TRANSCRIPT: [&str; 4] = ["report", "transcript", "--rule", "cn-mohrss"];
const AUDIT: [&str; 4] = ["audit", "cn-mohrss", "-o", "pack.zip"];

fn kept(sandbox: &Sandbox) -> std::path::PathBuf {
    let files = sandbox.files("data/evidence");
    assert_eq!(files.len(), 1);
    files[0].0.clone()
}

fn refused(output: &Output, code: i32, words: &[&str]) {
    assert_eq!(output.code, Some(code), "{output}");
    for word in words {
        assert!(output.stderr.contains(word), "{word}: {output}");
    }
}

#[allow(clippy::disallowed_methods, reason = "nothing in a sandbox is worth keeping")]
fn overwrite(path: &std::path::Path, text: &str) {
    fs::write(path, text).unwrap();
}

#[test]
fn a_certificate_is_listed_with_what_became_of_it() {
    let sandbox = sandbox();
    let id = sandbox.saved(add("Without proof", "2", &[]));
    let json = sandbox.json(["evidence", "list", "--format", "json"]);
    let [only] = &json["evidence"].as_array().unwrap()[..] else { panic!("{json}") };
    assert_eq!(
        (&only["name"], &only["state"], &only["bytes"]),
        (&"证书 one.pdf".into(), &"present".into(), &8.into())
    );
    assert_eq!(only["sha256"].as_str().unwrap().len(), 64);
    let missing = sandbox.json(["evidence", "list", "--missing", "--format", "json"]);
    assert_eq!(
        (&missing["evidence"][0]["entry"], &missing["evidence"][1]),
        (&id.into(), &serde_json::Value::Null)
    );
    assert_eq!(sandbox.stdout(["evidence", "verify"]), "1 file ok\n");
    assert!(sandbox.stdout(["evidence", "list"]).contains("present"));
    assert!(sandbox.run_zh(["evidence", "list"]).stdout.contains("完好"));
    refused(&Sandbox::new().run(["evidence", "list"]), 1, &["no certificate"]);
}

#[test]
fn an_altered_or_missing_certificate_is_found_and_can_be_mended() {
    let sandbox = sandbox();
    let file = kept(&sandbox);
    overwrite(&file, "%PDF two");
    let output = sandbox.run(["evidence", "verify"]);
    refused(&output, 1, &["1 of 1 files", "--evidence FILE"]);
    assert!(
        output.stdout.starts_with("altered  证书 one.pdf") && output.stdout.contains("Ethics of bridges"),
        "{output}"
    );
    // The same certificate once more puts the right bytes in place.
    sandbox.saved(add("Again", "1", &["--evidence", "certs/证书 one.pdf"]));
    assert_eq!(sandbox.stdout(["evidence", "verify"]), "1 file ok\n");
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    fs::remove_file(&file).unwrap();
    let output = sandbox.run_zh(["evidence", "verify"]);
    assert!(output.code == Some(1) && output.stdout.starts_with("缺失  证书 one.pdf"), "{output}");
}

#[test]
fn what_verify_finds_is_there_for_programs() {
    let sandbox = sandbox();
    let again = sandbox.saved(add("Again", "1", &["--evidence", "certs/证书 one.pdf"]));
    sandbox.stdout(["log", "void", &again, "--reason", "twice"]);
    let json = sandbox.json(["evidence", "verify", "--format", "json"]);
    let [only] = &json["files"].as_array().unwrap()[..] else { panic!("{json:#}") };
    assert_eq!((&json["schema"], &only["name"]), (&1.into(), &"证书 one.pdf".into()));
    assert_eq!((&only["state"], only["sha256"].as_str().unwrap().len()), (&"present".into(), 64));
    let entries = only["entries"].as_array().unwrap();
    assert!(entries.len() == 2 && entries.contains(&again.into()), "void ones too: {json:#}");

    assert_eq!(sandbox.run(AUDIT).code, Some(0));
    overwrite(&kept(&sandbox), "%PDF two");
    let output = sandbox.run(["evidence", "verify", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&output.stdout).unwrap();
    assert_eq!((output.code, &json["files"][0]["state"]), (Some(1), &"altered".into()), "{output}");

    let json = sandbox.json(["evidence", "verify", "pack.zip", "--format", "json"]);
    let files = json["files"].as_array().unwrap();
    assert_eq!(files.len(), 4, "{json:#}");
    for file in files {
        assert_eq!((&file["state"], &file["entries"]), (&"present".into(), &serde_json::Value::Null));
        assert_eq!(file["sha256"].as_str().unwrap().len(), 64);
    }
    let empty = Sandbox::new().json(["evidence", "verify", "--format", "json"]);
    assert_eq!(empty, serde_json::json!({"schema": 1, "files": []}));
}

#[test]
fn no_link_is_followed_and_no_name_becomes_a_path() {
    let sandbox = sandbox();
    let file = kept(&sandbox);
    fs::copy(&file, sandbox.path("elsewhere.pdf")).unwrap();
    fs::remove_file(&file).unwrap();
    symlink(sandbox.path("elsewhere.pdf"), &file).unwrap();
    let output = sandbox.run(["evidence", "verify"]);
    assert!(output.code == Some(1) && output.stdout.starts_with("a link in its place"), "{output}");
    let list = sandbox.json(["evidence", "list", "--format", "json"]);
    assert_eq!(list["evidence"][0]["state"], "link");
    symlink("证书 one.pdf", sandbox.path("certs/link.pdf")).unwrap();
    refused(&sandbox.run(add("Link", "1", &["--evidence", "certs/link.pdf"])), 3, &["symbolic link"]);
    refused(&sandbox.run(add("Device", "1", &["--evidence", "/dev/null"])), 3, &["regular file"]);
    // An entry from elsewhere that names a path instead of a hash.
    sandbox.write(
        "data/hours/2026/2026-04-01-evil.toml",
        "schema = 1\nid = \"evil\"\ndate = 2026-04-01\ntitle = \"Evil\"\nhours = 1\nunit = \"class-hour\"\n\
         evidence = [{ sha256 = \"../../certs/证书 one\", name = \"../../x.pdf\" }]\n",
    );
    let output = sandbox.run(["evidence", "verify"]);
    assert!(output.stdout.contains("missing  ../../x.pdf"), "{output}");
}

#[test]
fn a_transcript_has_one_text_on_stdout_and_in_a_file() {
    let sandbox = sandbox();
    for format in ["html", "md"] {
        let args = [&TRANSCRIPT[..], &["--format", format]].concat();
        let printed = sandbox.stdout(&args);
        assert!(!drives_a_terminal(&printed));
        let name = format!("t.{format}");
        let output = sandbox.run([&args[..], &["-o", &name]].concat());
        assert!(output.code == Some(0) && output.stdout.is_empty(), "{output}");
        assert_eq!(fs::read_to_string(sandbox.path(&name)).unwrap(), printed);
        assert_eq!(sandbox.stdout([&args[..], &["-o", "-"]].concat()), printed);
    }
    let csv = [&TRANSCRIPT[..], &["--format", "csv"]].concat();
    let printed = sandbox.stdout(&csv);
    assert!(sandbox.run([&csv[..], &["-o", "t.csv"]].concat()).code == Some(0));
    let file = fs::read_to_string(sandbox.path("t.csv")).unwrap();
    assert_eq!(file, format!("\u{FEFF}{}", printed.replace('\n', "\r\n")));
    assert!(sandbox.run_zh(TRANSCRIPT).stdout.contains("<html lang=\"zh-Hans\">"));
}

#[test]
fn a_file_is_written_over_only_when_that_was_said() {
    let sandbox = sandbox();
    sandbox.write("t.html", "precious");
    let args = [&TRANSCRIPT[..], &["-o", "t.html"]].concat();
    refused(&sandbox.run(&args), 4, &["t.html", "--force"]);
    assert_eq!(fs::read_to_string(sandbox.path("t.html")).unwrap(), "precious");
    assert_eq!(sandbox.run([&args[..], &["--force"]].concat()).code, Some(0));
    assert!(fs::read_to_string(sandbox.path("t.html")).unwrap().starts_with("<!DOCTYPE html>"));
    refused(&sandbox.run([&TRANSCRIPT[..], &["-o", "none/t.html"]].concat()), 5, &["not written"]);
}

#[test]
fn the_figures_are_those_of_status() {
    let sandbox = sandbox();
    sandbox.saved(add("More", "2.75", &["--category", "public"]));
    let status = sandbox.run(["status", "cn-mohrss", "--format", "json"]);
    let status: serde_json::Value = serde_json::from_str(&status.stdout).unwrap();
    let transcript = sandbox.json([&TRANSCRIPT[..], &["--format", "json"]].concat());
    assert_eq!(transcript["schema"], 1);
    assert_eq!(
        (&transcript["complete"], &transcript["period"]),
        (&true.into(), &status["rules"][0]["period"])
    );
    let parts = status["rules"][0]["parts"].as_array().unwrap();
    assert_eq!(parts.len(), transcript["parts"].as_array().unwrap().len());
    for (part, other) in parts.iter().zip(transcript["parts"].as_array().unwrap()) {
        for key in ["id", "kind", "required", "counted", "carried", "missing", "state"] {
            assert_eq!(part[key], other[key], "{key}");
        }
    }
    assert_eq!(transcript["parts"][0]["counted"], 10.75);
    assert_eq!(transcript["without_evidence"], serde_json::json!([2]));
    assert_eq!(transcript["entries"][0]["counts_toward"], serde_json::json!(["total", "professional"]));
}

#[test]
fn a_period_is_named_in_many_ways_and_a_wrong_one_names_the_others() {
    let sandbox = sandbox();
    let period =
        |text: &str| sandbox.run([&TRANSCRIPT[..], &["--format", "json", "--period", text]].concat());
    for text in ["2026", "current", "2026-05-01", "2026..2026"] {
        let output = period(text);
        assert!(
            output.stdout.contains("\"start\":\"2026-01-01\",\"end\":\"2026-12-31\""),
            "{text}: {output}"
        );
    }
    // A period that is over is looked at on the day after, whatever the day.
    assert!(period("last").stdout.contains("\"as_of\":\"2026-01-01\""), "{}", period("last"));
    refused(&period("2025..2026"), 2, &["2025-01-01", "2026-01-01", "--period DATE"]);
    refused(&period("next"), 2, &["\"next\" is not a period"]);
    refused(&sandbox.run(["report", "transcript", "--rule", "no-such"]), 2, &["no-such"]);
}

#[test]
fn a_record_with_a_gap_never_looks_whole() {
    let sandbox = sandbox();
    sandbox.write("data/hours/2026/2026-02-01-broken.toml", "schema = 1\nid = ");
    let html = sandbox.run(TRANSCRIPT);
    assert!(html.code == Some(3) && html.stdout.contains("NOT COMPLETE: 1 file"), "{html}");
    let json = sandbox.run([&TRANSCRIPT[..], &["--format", "json"]].concat());
    assert!(json.code == Some(3) && json.stdout.contains("\"complete\":false"), "{json}");
    let csv = sandbox.run([&TRANSCRIPT[..], &["--format", "csv"]].concat());
    assert!(csv.code == Some(3) && csv.stdout.contains("NOT COMPLETE"), "{csv}");
    let md = sandbox.run_zh([&TRANSCRIPT[..], &["--format", "md"]].concat());
    assert!(md.code == Some(3) && md.stdout.contains("**不完整"), "{md}");
    refused(&sandbox.run([&AUDIT[..], &["--without-evidence"]].concat()), 3, &["cannot be read"]);
    assert!(!sandbox.path("pack.zip").exists());
}

#[test]
fn a_pack_is_the_same_every_time_and_verifies() {
    let sandbox = sandbox();
    let output = sandbox.run(AUDIT);
    assert_eq!(output.code, Some(0), "{output}");
    let first = fs::read(sandbox.path("pack.zip")).unwrap();
    let again = sandbox.run(["audit", "cn-mohrss", "-o", "again.zip"]);
    assert_eq!(first, fs::read(sandbox.path("again.zip")).unwrap());
    assert_eq!(output.stdout.replace("pack.zip", "again.zip"), again.stdout);
    assert_eq!(sandbox.stdout(["evidence", "verify", "pack.zip"]), "4 files ok\n");
    let mut zip = zip::ZipArchive::new(Cursor::new(&first)).unwrap();
    let mut text = String::new();
    zip.by_name("evidence/证书 one.pdf").unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "%PDF one");
    let mut altered = first.clone();
    let at = altered.windows(8).position(|bytes| bytes == b"%PDF one").unwrap();
    altered[at] = b'#';
    sandbox.write("altered.zip", &altered);
    let output = sandbox.run(["evidence", "verify", "altered.zip"]);
    assert!(
        output.code == Some(1) && output.stdout.starts_with("altered  evidence/证书 one.pdf"),
        "{output}"
    );
    refused(&output, 1, &["1 of 4 files", "SHA-256", "audit printed"]);
    assert!(!output.stderr.contains("attach"), "{output}");
    sandbox.write("no.zip", "nothing");
    refused(&sandbox.run(["evidence", "verify", "no.zip"]), 3, &["not a zip file"]);
    refused(&sandbox.run(AUDIT), 4, &["pack.zip", "--force"]);
    refused(&sandbox.run(["audit", "cn-mohrss"]), 2, &["-o FILE.zip"]);
}

#[test]
fn where_proof_is_wanting_no_pack_is_made_unless_that_was_said() {
    let sandbox = sandbox();
    sandbox.saved(add("Nothing to show", "2", &[]));
    sandbox.saved(add("Failed", "2", &["--result", "failed"]));
    let output = sandbox.run(AUDIT);
    refused(&output, 1, &["Nothing to show: no evidence", "1 entry lacks", "--without-evidence"]);
    assert!(!output.stderr.contains("Failed") && !sandbox.path("pack.zip").exists(), "{output}");
    overwrite(&kept(&sandbox), "%PDF two");
    refused(&sandbox.run(AUDIT), 1, &["证书 one.pdf altered", "2 entries lack"]);
    let output = sandbox.run([&AUDIT[..], &["--without-evidence"]].concat());
    assert_eq!(output.code, Some(0), "{output}");
    let mut zip = zip::ZipArchive::new(fs::File::open(sandbox.path("pack.zip")).unwrap()).unwrap();
    let mut page = String::new();
    zip.by_name("transcript.html").unwrap().read_to_string(&mut page).unwrap();
    assert!(
        page.contains("证书 one.pdf (altered)") && page.contains("Without evidence: entries 1, 2."),
        "{page}"
    );
    assert_eq!(
        sandbox.stdout(["evidence", "verify", "pack.zip"]),
        "3 files ok\n",
        "what is altered is not packed"
    );
}

#[test]
fn a_calendar_keeps_its_identities() {
    let sandbox = Sandbox::new();
    let id = sandbox.json(["list", "--format", "json", "--limit", "1"])["courses"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(sandbox.run(["plan", "add", &id, "--by", "2027-03-31"]).code, Some(0));
    assert_eq!(sandbox.run(["rules", "follow", "cn-mohrss"]).code, Some(0));
    let first = sandbox.stdout(["export", "ics"]);
    assert_eq!(sandbox.run(["export", "ics", "-o", "a.ics"]).code, Some(0));
    assert_eq!(fs::read_to_string(sandbox.path("a.ics")).unwrap(), first);
    let events = read(&first);
    let target = events.iter().find(|event| event.uid == format!("target-{id}@tuition.invalid")).unwrap();
    assert_eq!((target.start.as_str(), target.end.as_str()), ("20270331", "20270401"));
    assert!(events.iter().any(|event| event.uid.starts_with("period-end-cn-mohrss-2026-12-31")));
    // The target moves; the event stays the same one.
    assert_eq!(sandbox.run(["plan", "edit", &id, "--by", "2027-04-30"]).code, Some(0));
    let moved = read(&sandbox.stdout(["export", "ics"]));
    let uids = |events: &[Event]| events.iter().map(|event| event.uid.clone()).collect::<Vec<_>>();
    let (mut before, mut after) = (uids(&events), uids(&moved));
    before.sort();
    after.sort();
    assert_eq!(before, after);
    before.dedup();
    assert_eq!(before.len(), events.len(), "no two events share an identity");
}

#[test]
fn a_calendar_that_lacks_a_rule_says_so() {
    let sandbox = Sandbox::new();
    assert_eq!(sandbox.run(["rules", "follow", "cn-mohrss"]).code, Some(0));
    sandbox.write("data/profile.toml", FOLLOWING_WHAT_NOBODY_STATES);
    let output = sandbox.run(["export", "ics"]);
    refused(&output, 3, &["gone-board"]);
    assert!(output.stdout.contains("period-end-cn-mohrss-2026-12-31"), "what has a day stays: {output}");
    let output = sandbox.run(["export", "ics", "-o", "a.ics"]);
    refused(&output, 3, &["gone-board"]);
    assert!(sandbox.path("a.ics").exists());
}

const FOLLOWING_WHAT_NOBODY_STATES: &str =
    "schema = 1\n\n[[follow]]\nrule = \"gone-board\"\n\n[[follow]]\nrule = \"cn-mohrss\"\n";

struct Event {
    uid: String,
    start: String,
    end: String,
}

/// A strict reader of what RFC 5545 asks of a file of all-day events.
fn read(file: &str) -> Vec<Event> {
    assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']));
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    let unfolded = file.replace("\r\n ", "");
    let mut lines = unfolded.split_terminator("\r\n");
    assert_eq!(lines.next(), Some("BEGIN:VCALENDAR"));
    let lines: Vec<&str> = lines.collect();
    assert_eq!(lines.last(), Some(&"END:VCALENDAR"));
    assert!(lines.contains(&"VERSION:2.0") && lines.iter().any(|line| line.starts_with("PRODID:")));
    let mut events = Vec::new();
    let mut open: Option<Vec<(&str, &str)>> = None;
    for line in lines {
        match (line, &mut open) {
            ("BEGIN:VEVENT", None) => open = Some(Vec::new()),
            ("END:VEVENT", Some(_)) => {
                let event = open.take().unwrap();
                let one = |key: &str| {
                    let found: Vec<&str> = event.iter().filter(|(k, _)| *k == key).map(|(_, v)| *v).collect();
                    assert_eq!(found.len(), 1, "{key}: {event:?}");
                    found[0].to_owned()
                };
                assert_eq!(one("DTSTAMP").len(), 16);
                assert!(!one("SUMMARY").is_empty());
                let (start, end) = (one("DTSTART;VALUE=DATE"), one("DTEND;VALUE=DATE"));
                assert!(start < end && start.len() == 8 && end.len() == 8);
                events.push(Event { uid: one("UID"), start, end });
            }
            (line, Some(event)) => event.push(line.split_once(':').unwrap()),
            (line, None) => assert!(line.contains(':'), "{line}"),
        }
    }
    assert!(open.is_none());
    events
}

/// A page that somebody signs while the period runs has no forecast on it.
#[test]
fn a_transcript_of_a_period_that_runs_says_what_is_and_not_what_will_be() {
    let sandbox = Sandbox::new();
    sandbox.saved([
        "log",
        "add",
        "Site safety",
        "--hours",
        "50",
        "--unit",
        "class-hour",
        "--on",
        "2026-03-01",
    ]);
    let page = sandbox.stdout(["report", "transcript", "--rule", "cn-mohrss", "--format", "md"]);
    assert!(page.contains("not met yet"), "{page}");
    for forecast in ["at risk", "at this pace", "a week needed"] {
        assert!(!page.contains(forecast), "{forecast}: {page}");
    }
}
