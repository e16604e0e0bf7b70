//! The tour of the first start: three steps, each a key that does its own work. It takes no key.

/// How far the tour has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tour {
    #[default]
    Search,
    Plan,
    Rules,
}

impl Tour {
    /// Its place among the steps, from 1.
    pub fn place(self) -> usize {
        match self {
            Self::Search => 1,
            Self::Plan => 2,
            Self::Rules => 3,
        }
    }
}
