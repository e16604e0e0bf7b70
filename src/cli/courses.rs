//! The course that a person means: its id, or as much of its beginning as tells it apart.

use super::named::{NotNamed, resolve};
use crate::domain::{Catalog, Course, CourseId, Plan};
use crate::locale::cli::Failure;

pub(super) fn find<'c>(catalog: &'c Catalog, text: &str) -> Result<&'c Course, Failure> {
    let courses = catalog.courses().iter().map(|course| (course.id.as_str(), course));
    resolve(courses, text)
        .map_err(|error| failure(error, text, |text, near| Failure::UnknownCourse { text, near }))
}

/// The same in the plan, which may hold courses that the catalog has lost.
pub(super) fn find_planned<'p>(plan: &'p Plan, text: &str) -> Result<&'p CourseId, Failure> {
    let ids = plan.items.iter().map(|item| (item.course.as_str(), &item.course));
    resolve(ids, text).map_err(|error| failure(error, text, |text, near| Failure::NotPlanned { text, near }))
}

fn failure(error: NotNamed, text: &str, unknown: impl FnOnce(String, Vec<String>) -> Failure) -> Failure {
    let text = text.to_owned();
    match error {
        NotNamed::Unknown { near } => unknown(text, near),
        NotNamed::Ambiguous { candidates } => Failure::AmbiguousCourse { text, candidates },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::course::LocalText;

    fn catalog() -> Catalog {
        let ids = ["leading-teams", "leading-change", "welding", "big-data"];
        let course = |id: &&str| Course::new(CourseId::new(id).unwrap(), LocalText::plain(id));
        Catalog::new(ids.iter().map(course).collect())
    }

    #[test]
    fn a_beginning_is_enough_where_it_is_the_only_one() {
        let catalog = catalog();
        assert_eq!(find(&catalog, "wel").unwrap().id.as_str(), "welding");
        assert_eq!(find(&catalog, "Welding").unwrap().id.as_str(), "welding");
        assert_eq!(find(&catalog, "leading-t…").unwrap().id.as_str(), "leading-teams");
        let Err(Failure::AmbiguousCourse { candidates, .. }) = find(&catalog, "leading") else { panic!() };
        assert_eq!(candidates, ["leading-teams", "leading-change"]);
    }

    #[test]
    fn a_slip_of_the_fingers_is_offered_what_it_meant() {
        let catalog = catalog();
        for (typed, meant) in
            [("weldnig", "welding"), ("data", "big-data"), ("leading-taems", "leading-teams")]
        {
            let Err(Failure::UnknownCourse { near, .. }) = find(&catalog, typed) else { panic!() };
            assert_eq!(near.first().map(String::as_str), Some(meant), "{typed}");
        }
        let Err(Failure::UnknownCourse { near, .. }) = find(&catalog, "") else { panic!() };
        assert!(near.is_empty());
    }
}
