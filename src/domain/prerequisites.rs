//! What has to be studied before a course, all the way down, and what a course opens in turn.
//!
//! A course that is done asks for nothing any more: what stood before it has served. So the way to a
//! course ends at what is done, and only what is not done is counted, each course once however many
//! ask for it. Lengths are summed as stated, by unit: a range stays a range, and where the source
//! states none, that is counted and nothing is put in its place.
//!
//! Chains may be as long as a catalog and may run in circles (`tuition check` reports them), so
//! nothing here recurses, and a course that is met again is not followed again.

use super::course::StatedHours;
use super::progress::{PrerequisiteState, Progress};
use super::vocabulary::Unit;
use super::{Amount, Catalog, Course, CourseId};
use std::collections::{BTreeMap, HashMap};

/// The way to a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way<'a> {
    /// Depth first, each course before what it asks for; the first is the course itself.
    pub nodes: Vec<Node<'a>>,
    /// What is neither done nor in the plan and stands in the catalog, each once, in an order in
    /// which it can be studied. The course itself is not among them.
    pub missing: Vec<&'a Course>,
    /// What is asked for and stands in no open catalog, and is not done.
    pub unknown: Vec<&'a CourseId>,
    /// Courses that are in the plan or begun, each once.
    pub planned: usize,
    /// Courses that are done, each once.
    pub done: usize,
    /// The stated lengths of what is missing or planned.
    pub left: Load,
}

/// A course on the way, where it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node<'a> {
    pub id: &'a CourseId,
    /// `None`: in no open catalog.
    pub course: Option<&'a Course>,
    /// 0 for the course that the way leads to.
    pub depth: usize,
    pub state: PrerequisiteState,
    pub mention: Mention,
}

/// Whether what a node asks for stands below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mention {
    First,
    /// It stands above already, with what it asks for.
    Again,
    /// It is on the way to itself: the catalog asks in a circle.
    Circle,
}

/// Lengths of several courses, by unit, as far as they are stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Load {
    sums: BTreeMap<Unit, Sum>,
    /// Courses whose length is not stated.
    pub not_stated: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sum {
    least: Amount,
    /// `None`: some course has no upper end.
    most: Option<Amount>,
}

impl Load {
    pub fn add(&mut self, course: &Course) {
        let Some(hours) = &course.hours else {
            self.not_stated += 1;
            return;
        };
        let (least, most) = hours.bounds();
        let sum =
            self.sums.entry(course.unit).or_insert(Sum { least: Amount::ZERO, most: Some(Amount::ZERO) });
        sum.least = sum.least.plus(least);
        sum.most = sum.most.zip(most).map(|(sum, most)| sum.plus(most));
    }

    /// The sums, each as a source would state it.
    pub fn stated(&self) -> impl Iterator<Item = (Unit, StatedHours)> {
        self.sums.iter().map(|(unit, sum)| {
            let stated = match sum.most {
                Some(most) if most == sum.least => StatedHours::Exact(most),
                most => StatedHours::Range { min: sum.least, max: most, basis: None },
            };
            (*unit, stated)
        })
    }

    pub fn is_empty(&self) -> bool {
        self.sums.is_empty() && self.not_stated == 0
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    /// On the way from the course to where we are.
    Open,
    Closed,
}

impl<'a> Way<'a> {
    /// The way to a course of the catalog.
    pub fn to(course: &'a Course, catalog: &'a Catalog, progress: &Progress) -> Self {
        let mut way = Self {
            nodes: Vec::new(),
            missing: Vec::new(),
            unknown: Vec::new(),
            planned: 0,
            done: 0,
            left: Load::default(),
        };
        let state = progress.prerequisite(&course.id);
        way.nodes.push(Node {
            id: &course.id,
            course: Some(course),
            depth: 0,
            state,
            mention: Mention::First,
        });
        let mut visits = HashMap::from([(&course.id, Visit::Open)]);
        // Each course on the way, and how many of its prerequisites have been followed.
        let mut open: Vec<(&Course, usize)> = vec![(course, 0)];
        while let Some((asking, next)) = open.last_mut() {
            let asking: &'a Course = asking;
            let wanted = asking.prerequisites.get(*next);
            *next += 1;
            let depth = open.len();
            let Some(id) = wanted else {
                visits.insert(&asking.id, Visit::Closed);
                open.pop();
                // What it asks for is through: now it can be studied.
                if depth > 1 {
                    way.count(asking, progress);
                }
                continue;
            };
            let (found, state) = (catalog.get(id), progress.prerequisite(id));
            let mention = match visits.get(id) {
                None => Mention::First,
                Some(Visit::Open) => Mention::Circle,
                Some(Visit::Closed) => Mention::Again,
            };
            way.nodes.push(Node { id, course: found, depth, state, mention });
            if mention != Mention::First {
                continue;
            }
            match found {
                Some(found) if state != PrerequisiteState::Done => {
                    visits.insert(id, Visit::Open);
                    open.push((found, 0));
                }
                _ => {
                    visits.insert(id, Visit::Closed);
                    way.count_end(id, state);
                }
            }
        }
        way
    }

    fn count(&mut self, course: &'a Course, progress: &Progress) {
        match progress.prerequisite(&course.id) {
            PrerequisiteState::Done => return,
            PrerequisiteState::Planned => self.planned += 1,
            PrerequisiteState::Missing => self.missing.push(course),
        }
        self.left.add(course);
    }

    /// A course that is not followed further: done, or known by its id alone.
    fn count_end(&mut self, id: &'a CourseId, state: PrerequisiteState) {
        match state {
            PrerequisiteState::Done => self.done += 1,
            PrerequisiteState::Planned => {
                self.planned += 1;
                self.left.not_stated += 1;
            }
            PrerequisiteState::Missing => {
                self.unknown.push(id);
                self.left.not_stated += 1;
            }
        }
    }

    /// Courses that are asked for and not done: missing, planned, or in no catalog.
    pub fn ahead(&self) -> usize {
        self.missing.len() + self.planned + self.unknown.len()
    }
}

/// The courses that ask for this one, in catalog order.
pub fn opened_by<'a>(course: &'a CourseId, catalog: &'a Catalog) -> impl Iterator<Item = &'a Course> {
    let asks = move |other: &&Course| other.id != *course && other.prerequisites.contains(course);
    catalog.courses().iter().filter(asks)
}

#[cfg(test)]
mod tests {
    use super::super::course::LocalText;
    use super::super::hours::tests::entry;
    use super::super::{Date, Entry, HoursRecord, Plan, PlanItem};
    use super::*;

    fn id(text: &str) -> CourseId {
        CourseId::new(text).unwrap()
    }

    fn course(text: &str, hours: Option<u64>, asks: &[&str]) -> Course {
        let mut course = Course::new(id(text), LocalText::plain(text));
        course.hours = hours.map(|hours| StatedHours::Exact(Amount::whole(hours)));
        course.prerequisites = asks.iter().map(|asked| id(asked)).collect();
        course
    }

    fn progress(planned: &[&str], done: &[&str]) -> Progress {
        let item = |text: &&str| PlanItem::new(id(text), text, Date::constant(2026, 1, 1));
        let plan = Plan { items: planned.iter().map(item).collect() };
        let entries = done.iter().map(|text| Entry { course: Some(id(text)), ..entry(text) });
        Progress::derive(&plan, &HoursRecord::new(entries.collect(), Vec::new()))
    }

    /// Depth, id, state and mention of each node, as text.
    fn drawn(way: &Way) -> Vec<String> {
        let line = |node: &Node| {
            let mention = match node.mention {
                Mention::First => "",
                Mention::Again => " again",
                Mention::Circle => " circle",
            };
            format!("{}{} {:?}{mention}", " ".repeat(node.depth), node.id, node.state)
        };
        way.nodes.iter().map(line).collect()
    }

    fn order(way: &Way) -> Vec<String> {
        way.missing.iter().map(|course| course.id.to_string()).collect()
    }

    fn sums(load: &Load) -> Vec<(Unit, StatedHours)> {
        load.stated().collect()
    }

    #[test]
    fn what_two_ask_for_is_shown_once_and_counted_once() {
        // top asks for left and right, both ask for base, and base for root.
        let catalog = Catalog::new(vec![
            course("top", Some(100), &["left", "right"]),
            course("left", Some(10), &["base"]),
            course("right", Some(20), &["base"]),
            course("base", Some(4), &["root"]),
            course("root", Some(1), &[]),
        ]);
        let way = Way::to(catalog.get(&id("top")).unwrap(), &catalog, &progress(&[], &[]));
        assert_eq!(
            drawn(&way),
            [
                "top Missing",
                " left Missing",
                "  base Missing",
                "   root Missing",
                " right Missing",
                "  base Missing again"
            ]
        );
        assert_eq!(order(&way), ["root", "base", "left", "right"]);
        assert_eq!(sums(&way.left), [(Unit::Hour, StatedHours::Exact(Amount::whole(35)))]);
        assert_eq!((way.ahead(), way.done), (4, 0));
    }

    #[test]
    fn what_is_done_asks_for_nothing_any_more() {
        let catalog = Catalog::new(vec![
            course("top", Some(8), &["mid", "side"]),
            course("mid", Some(4), &["base"]),
            course("side", Some(2), &["base"]),
            course("base", Some(1), &[]),
        ]);
        let top = catalog.get(&id("top")).unwrap();
        let way = Way::to(top, &catalog, &progress(&["side"], &["mid"]));
        assert_eq!(
            drawn(&way),
            ["top Missing", " mid Done", " side Planned", "  base Missing"],
            "base is asked for by side, not by mid"
        );
        assert_eq!((order(&way), way.planned, way.done), (vec!["base".to_owned()], 1, 1));
        assert_eq!(sums(&way.left), [(Unit::Hour, StatedHours::Exact(Amount::whole(3)))]);
        let way = Way::to(top, &catalog, &progress(&[], &["mid", "side"]));
        assert!(way.left.is_empty() && way.ahead() == 0);
    }

    #[test]
    fn circles_end_and_a_course_that_asks_for_itself_is_not_its_own_prerequisite() {
        let catalog = Catalog::new(vec![
            course("a", Some(1), &["b"]),
            course("b", Some(2), &["c"]),
            course("c", Some(4), &["a", "b"]),
            course("own", Some(8), &["own"]),
        ]);
        let way = Way::to(catalog.get(&id("a")).unwrap(), &catalog, &progress(&[], &[]));
        assert_eq!(
            drawn(&way),
            ["a Missing", " b Missing", "  c Missing", "   a Missing circle", "   b Missing circle"]
        );
        assert_eq!(order(&way), ["c", "b"]);
        assert_eq!(sums(&way.left), [(Unit::Hour, StatedHours::Exact(Amount::whole(6)))]);
        let way = Way::to(catalog.get(&id("own")).unwrap(), &catalog, &progress(&[], &[]));
        assert_eq!(drawn(&way), ["own Missing", " own Missing circle"]);
        assert_eq!(way.ahead(), 0);
        assert_eq!(opened_by(&id("own"), &catalog).count(), 0);
    }

    #[test]
    fn what_is_in_no_catalog_is_named_and_has_no_length() {
        let catalog = Catalog::new(vec![course("top", None, &["gone", "gone", "known", "done"])]);
        let top = catalog.get(&id("top")).unwrap();
        let way = Way::to(top, &catalog, &progress(&["known"], &["done"]));
        assert_eq!(
            drawn(&way),
            ["top Missing", " gone Missing", " gone Missing again", " known Planned", " done Done"]
        );
        assert!(way.nodes.iter().skip(1).all(|node| node.course.is_none()));
        assert_eq!((way.unknown.len(), way.planned, way.done, way.missing.len()), (1, 1, 1, 0));
        assert_eq!((sums(&way.left), way.left.not_stated), (Vec::new(), 2));
    }

    #[test]
    fn ranges_stay_ranges_units_stay_apart_and_nothing_is_guessed() {
        let range = |least, most: Option<u64>| {
            let max = most.map(Amount::whole);
            Some(StatedHours::Range { min: Amount::whole(least), max, basis: None })
        };
        let mut courses = vec![
            course("top", Some(1), &["exact", "between", "days", "open", "none"]),
            course("exact", Some(24), &[]),
            course("between", None, &[]),
            course("days", None, &[]),
            course("open", None, &[]),
            course("none", None, &[]),
        ];
        courses[2].hours = range(6, Some(18));
        (courses[3].hours, courses[3].unit) = (range(2, Some(2)), Unit::Day);
        (courses[4].hours, courses[4].unit) = (range(120, None), Unit::ClassHour);
        let catalog = Catalog::new(courses);
        let way = Way::to(catalog.get(&id("top")).unwrap(), &catalog, &progress(&[], &[]));
        let exact = |amount| Some(StatedHours::Exact(Amount::whole(amount)));
        let expected =
            [(Unit::Hour, range(30, Some(42))), (Unit::ClassHour, range(120, None)), (Unit::Day, exact(2))];
        assert_eq!(sums(&way.left), expected.map(|(unit, stated)| (unit, stated.unwrap())));
        assert_eq!(way.left.not_stated, 1);
    }

    #[test]
    fn a_chain_of_ten_thousand_is_walked_to_its_end() {
        let link = |number: usize| {
            let asks = format!("link-{}", number + 1);
            course(&format!("link-{number}"), Some(1), &[&asks])
        };
        let catalog = Catalog::new((0..10_000).map(link).collect());
        let way = Way::to(&catalog.courses()[0], &catalog, &progress(&[], &[]));
        assert_eq!(way.nodes.len(), 10_001);
        assert_eq!(way.nodes.last().map(|node| node.depth), Some(10_000));
        assert_eq!(way.missing.first().map(|course| course.id.as_str()), Some("link-9999"));
        assert_eq!(sums(&way.left), [(Unit::Hour, StatedHours::Exact(Amount::whole(9_999)))]);
        assert_eq!(way.unknown, [&id("link-10000")]);
        assert_eq!(opened_by(&id("link-1"), &catalog).count(), 1);
    }
}
