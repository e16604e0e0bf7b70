//! Laws that hold for whatever is thrown at them.

mod query;
