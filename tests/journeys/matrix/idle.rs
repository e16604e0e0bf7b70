//! A program that nobody types at: it looks for changed files twice a second, and that is all. What
//! is counted is looks, not time: a thread that wakes up is counted by the system.

#[cfg(not(target_os = "linux"))]
pub fn rows() -> Vec<super::Row> {
    Vec::new()
}

#[cfg(target_os = "linux")]
pub use linux::rows;

#[cfg(target_os = "linux")]
mod linux {
    use super::super::sitting::{LIST, PLACES, Sitting, desk};
    use super::super::{Row, row};
    use crate::pty::{Session, count};

    /// Three seconds of looks.
    const LOOKS: u64 = 6;

    pub fn rows() -> Vec<Row> {
        let mut rows: Vec<Row> = PLACES
            .into_iter()
            .map(|place| {
                let name =
                    format!("idle: {LOOKS} looks in {} write nothing and wake no other thread", place.name);
                row(name, move || writes_nothing(&Sitting::at(&place)))
            })
            .collect();
        rows.push(row("idle: without the mouse", || writes_nothing(&Sitting::opened(&["--no-mouse"], &[]))));
        rows.push(row("idle: while input waits for its end", || {
            let sitting = Sitting::at(&LIST);
            sitting.session.send("\x1b[200~open");
            sitting.session.wait_until("the hint", |session| {
                // More of the same: two threads wait for the bytes, and the one that looks may be late.
                session.send("x");
                session.contents().contains("in the middle of a")
            });
            writes_nothing(&sitting);
        }));
        rows.push(row("idle: while the timer runs, a frame when a minute turns", || {
            let desk = desk();
            desk.stdout(["timer", "start", "leading-teams"]);
            let sitting = Sitting::on(desk, crate::desk::Desk::open);
            let (frames, bytes) = looked(&sitting.session);
            assert!(frames == 1 || (frames, bytes) == (0, 0), "{frames} frames, {bytes} bytes");
        }));
        rows
    }

    fn writes_nothing(sitting: &Sitting) {
        let (frames, bytes) = looked(&sitting.session);
        assert_eq!((frames, bytes), (0, 0), "frames and bytes in {LOOKS} looks");
    }

    /// How many frames and bytes come of some looks, once all is quiet.
    fn looked(session: &Session) -> (usize, usize) {
        // Bytes are watched for a second, in case they are the beginning of something.
        wakes_at_least(session, 4);
        let (written, others) = (session.bytes().len(), wake_ups(session).1);
        wakes_at_least(session, LOOKS);
        assert_eq!(wake_ups(session).1, others, "another thread has woken up");
        let fresh = session.bytes().split_off(written);
        (count(&fresh, b"\x1b[?2026h"), fresh.len())
    }

    fn wakes_at_least(session: &Session, times: u64) {
        let before = wake_ups(session).0;
        session.wait_until("the next looks", |session| wake_ups(session).0 >= before + times);
    }

    /// How often the loop has waited for something, and all other threads together.
    fn wake_ups(session: &Session) -> (u64, u64) {
        let pid = session.pid().as_raw_nonzero().to_string();
        let (mut main, mut others) = (0, 0);
        for task in std::fs::read_dir(format!("/proc/{pid}/task")).unwrap() {
            let task = task.unwrap();
            // A thread that has just ended has no file any more.
            let status = std::fs::read_to_string(task.path().join("status")).unwrap_or_default();
            let waits = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
            let waits: u64 = waits.map_or(0, |waits| waits.trim().parse().unwrap());
            match task.file_name().to_str() == Some(&pid) {
                true => main += waits,
                false => others += waits,
            }
        }
        (main, others)
    }
}
