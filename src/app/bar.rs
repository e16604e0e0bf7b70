//! A bar of hours as pure lengths: what is counted, what was carried in, what is planned, what is
//! tried out. Each has a fill of its own, so that it reads without colour, on the screens and on
//! the command line alike.

use crate::domain::Amount;

/// What a stretch of a bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    Counted,
    Carried,
    Planned,
    /// Marked courses, or the one under the cursor.
    Tried,
}

impl Fill {
    pub fn glyph(self) -> char {
        match self {
            Self::Counted => '█',
            Self::Carried => '▓',
            Self::Planned => '▒',
            Self::Tried => '░',
        }
    }
}

/// The stretches of a bar of `width` cells that stands for `required`. A bar is full only when
/// what is needed is there; the least amount has a cell.
pub fn cells(stretches: &[(Fill, Amount)], required: Amount, width: usize) -> Vec<(Fill, usize)> {
    let whole = required.hundredths().max(1);
    let scaled = |amount: Amount| {
        let cells = u128::from(amount.hundredths()) * width as u128 / u128::from(whole);
        usize::try_from(cells).unwrap_or(width).min(width)
    };
    let (mut sum, mut used) = (Amount::ZERO, 0);
    let mut drawn = Vec::new();
    for (fill, amount) in stretches.iter().filter(|(_, amount)| !amount.is_zero()) {
        sum = sum.plus(*amount);
        let full = if sum >= required { width } else { width.saturating_sub(1) };
        let end = scaled(sum).max(used + 1).min(full);
        if end > used {
            drawn.push((*fill, end - used));
            used = end;
        }
    }
    drawn
}

/// The bar in one text, filled up with dots to `width` cells.
pub fn text(stretches: &[(Fill, Amount)], required: Amount, width: usize) -> String {
    let drawn = cells(stretches, required, width);
    let used: usize = drawn.iter().map(|(_, cells)| cells).sum();
    let filled = drawn.iter().map(|(fill, cells)| fill.glyph().to_string().repeat(*cells));
    filled.collect::<String>() + &REST.repeat(width.saturating_sub(used))
}

/// A cell of a bar that nothing fills.
pub const REST: &str = "·";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_of_text_is_as_wide_as_wanted() {
        let amount = Amount::whole;
        let stretches =
            [(Fill::Counted, amount(20)), (Fill::Carried, amount(10)), (Fill::Planned, amount(30))];
        assert_eq!(text(&stretches, amount(100), 10), "██▓▒▒▒····");
        assert_eq!(text(&[], amount(100), 3), "···");
        assert_eq!(text(&stretches, amount(50), 5), "██▓▒▒");
    }
}
