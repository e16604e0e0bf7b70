//! The names a query may use: fields, states, things a course may have, sort keys.

/// A field; its kind of test is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    Id,
    Title,
    Summary,
    Track,
    Topic,
    Level,
    Grade,
    Stage,
    Language,
    Provider,
    Instructor,
    Delivery,
    Form,
    Unit,
    Category,
    Status,
    Hours,
    /// Start of a session.
    Date,
    /// Target date in the plan.
    Due,
    /// Day of an hours entry of the course.
    On,
}

/// `is:`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Planned,
    Started,
    Done,
    Passed,
    Failed,
    Withdrawn,
    /// Neither planned nor in the record.
    New,
    /// Planned with a target date before today, and not done.
    Overdue,
    /// Marked in the list.
    Marked,
    /// The curator saw the source.
    Verified,
}

/// `has:`, `no:`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    Hours,
    Url,
    Level,
    Grade,
    Prerequisites,
    Instructor,
    Session,
    Assessment,
    Credential,
    Note,
    Chinese,
    English,
}

/// `sort:`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortKey {
    Relevance,
    Title,
    Hours,
    Provider,
    Track,
    Date,
    Id,
}
