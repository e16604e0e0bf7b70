//! Sentences of the Status view with something filled in. What is said of parts, states and entries
//! is in `requirements`, for the command line too.

use super::phrases::Phrases;
use crate::domain::{Amount, Date};

impl Phrases {
    /// `62 of 90`
    pub fn of_required(self, have: Amount, required: Amount) -> String {
        self.0.either(format!("{have} of {required}"), format!("{have} / {required}"))
    }

    /// The same for a cap, which is not something to reach.
    pub fn of_at_most(self, have: Amount, most: Amount) -> String {
        self.0.either(format!("{have} of max {most}"), format!("{have} / 至多 {most}"))
    }

    pub fn missing(self, missing: Amount) -> String {
        self.0.either(format!("{missing} missing"), format!("尚缺 {missing}"))
    }

    pub fn carried(self, amount: Amount) -> String {
        self.0.either(format!("{amount} carried in"), format!("结转 {amount}"))
    }

    /// What must be done until the end; `missing` carries its unit.
    pub fn to_do(self, missing: &str, per_week: Amount) -> String {
        self.0.either(
            format!("{missing} missing: {per_week} a week"),
            format!("尚缺 {missing}：每周需完成 {per_week}"),
        )
    }

    /// The day that is looked at, where it is not today.
    pub fn as_of(self, day: Date) -> String {
        self.0.either(format!("as of {day}"), format!("截至 {day}"))
    }

    /// A total that holds instead of the rule's own.
    pub fn own_total(self, total: &str) -> String {
        self.0.either(format!("your own total for this period: {total}"), format!("本周期个人要求：{total}"))
    }

    pub fn planned_without_hours(self, courses: usize) -> String {
        let states = match courses {
            1 => "planned course states no hours and adds",
            _ => "planned courses state no hours and add",
        };
        self.0.either(
            format!("{courses} {states} nothing here"),
            format!("{courses} 门计划课程未注明学时，未计入"),
        )
    }

    /// When somebody last compared a pack with its source.
    pub fn checked_on(self, source: &str, day: Date) -> String {
        self.0.either(format!("{source} (checked {day})"), format!("{source}（{day} 核对）"))
    }

    /// Some of the packs that there are.
    pub fn such_as(self, names: &[&str], all: usize) -> String {
        self.0.either(
            format!("{all} packs, such as {}.", names.join("; ")),
            format!("共 {all} 项，例如{}。", names.join("、")),
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::Lang;

    #[test]
    fn one_course_and_several() {
        let said = |courses| Lang::En.phrases().planned_without_hours(courses);
        assert_eq!(said(1), "1 planned course states no hours and adds nothing here");
        assert_eq!(said(2), "2 planned courses state no hours and add nothing here");
    }
}
