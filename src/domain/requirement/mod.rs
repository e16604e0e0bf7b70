//! Requirements: what a board, a ministry or a society wants per period, and what a record of
//! hours makes of it. Pure: a rule, a record and a day give the same figures on every screen.
//!
//! The order of evaluation, which no source states and which changes results, is fixed:
//!
//! 1. **select**: the live entries of the period up to the day that is looked at; only what was
//!    completed, or passed where the rule says so, earns anything;
//! 2. **convert** to the rule's unit, exactly, and multiply where the rule does (teaching ×2).
//!    First, because every later figure of a rule is in the rule's unit;
//! 3. **round down** to the step, entry by entry: boards round what is claimed, not the sum;
//! 4. **cap per entry**, before other caps, so that one long event cannot use up a cap twice;
//! 5. **cap per form and per category**, oldest entry first: what counted in March is not taken
//!    back by a seminar in May;
//! 6. **carry in** what the period before left over, within its limits; after the caps, which it
//!    passed in its own period. No hour serves twice: neither what was carried in there nor what a
//!    minimum there needed moves on;
//! 7. **total and parts**: an entry with two labels serves both parts and counts once in the total.
//!
//! ```text
//! rule      what a pack states          period    when a period begins and ends
//! convert   units, exactly              tally     steps 2 to 5, one entry after the other
//! carry     step 6                      seen      what was recorded before, for first times
//! evaluate  the whole: one rule, a day  part      a part and the words for how it stands
//! look      each part on that day       effect    what a course would change
//! outlook   what a week must bring      ledger    the lines behind a figure
//! standing  all rules that bind         example   a pack's own cases
//! period_choice  which period a person means
//! ```

pub mod carry;
pub mod change;
pub mod convert;
pub mod effect;
pub mod evaluate;
pub mod example;
pub mod ledger;
pub mod look;
pub mod outlook;
pub mod part;
pub mod period;
pub mod period_choice;
pub mod rule;
pub mod seen;
pub mod standing;
pub mod tally;

pub use evaluate::{Evaluation, Subject, evaluate};
pub use outlook::Outlook;
pub use part::{Basis, Part, PartId, PartKind, State};
pub use period::{Anchor, Cycle, Period};
pub use period_choice::{NoPeriod, PeriodChoice};
pub use rule::Rule;
pub use standing::{Circumstances, NotEvaluated, Packs, Standing};
pub use tally::{Credit, Reason, Study};

#[cfg(test)]
mod tests;
