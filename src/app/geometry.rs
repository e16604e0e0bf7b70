//! Where everything stands on the screen: one pure function of the size and of what is open, used
//! by update (how far is a page?) and by drawing alike.

use super::model::{Pane, View};
use ratatui::layout::Rect;

/// The areas of a frame. An absent one has no room or is not open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    pub header: Rect,
    pub query: Option<Rect>,
    pub facets: Option<Rect>,
    pub list: Option<Rect>,
    pub detail: Option<Rect>,
    pub footer: Rect,
    /// Whether panes and the query line have borders.
    pub framed: bool,
}

/// From this width on, facets, list and detail stand side by side.
pub const WIDE: u16 = 110;
/// From this width on, two panes.
pub const MEDIUM: u16 = 76;
/// From this height on, panes have borders; below, every line counts.
const FRAMED: u16 = 12;
/// From this height on, the query line has a border of its own.
const FRAMED_QUERY: u16 = 18;

/// `focus` decides which pane is shown where there is room for one; `facets` whether they are open.
pub fn areas(size: (u16, u16), view: View, focus: Pane, facets: bool) -> Areas {
    lay_out(size, view, focus, facets, false)
}

/// The same with the pane that has the focus alone on the screen, however much room there is.
pub fn zoomed(size: (u16, u16), view: View, focus: Pane, facets: bool) -> Areas {
    lay_out(size, view, focus, facets, true)
}

fn lay_out(size: (u16, u16), view: View, focus: Pane, facets: bool, alone: bool) -> Areas {
    let (width, height) = size;
    let framed = height >= FRAMED && width >= 30;
    let header = Rect::new(0, 0, width, height.min(1));
    let footer_height = u16::from(height >= 4);
    let footer = Rect::new(0, height.saturating_sub(footer_height), width, footer_height);
    let query_height = match view {
        View::Catalog if framed && height >= FRAMED_QUERY => 3,
        View::Catalog => 1.min(height.saturating_sub(1)),
        View::Plan | View::Hours | View::Status => 0,
    };
    let query = (query_height > 0).then(|| Rect::new(0, header.height, width, query_height));
    let top = header.height + query_height;
    let body = Rect::new(0, top, width, height.saturating_sub(top + footer_height));
    let (facets, list, detail) = if alone || body.width < MEDIUM {
        one_pane(body, view, focus, facets)
    } else {
        panes(body, view, facets)
    };
    Areas { header, query, facets, list, detail, footer, framed }
}

type Panes = (Option<Rect>, Option<Rect>, Option<Rect>);

/// The pane with the focus, alone.
fn one_pane(body: Rect, view: View, focus: Pane, facets: bool) -> Panes {
    match focus {
        _ if body.height == 0 => (None, None, None),
        Pane::Facets if facets && view == View::Catalog => (Some(body), None, None),
        Pane::Detail => (None, None, Some(body)),
        Pane::Facets | Pane::List => (None, Some(body), None),
    }
}

/// Two panes or three, side by side.
fn panes(body: Rect, view: View, facets: bool) -> Panes {
    if body.height == 0 {
        return (None, None, None);
    }
    let facets = facets && view == View::Catalog;
    let cut = |left: u16| {
        let left = left.min(body.width);
        (Rect { width: left, ..body }, Rect { x: left, width: body.width - left, ..body })
    };
    if view == View::Status {
        // Figures and bars want more room than the names of the rules.
        let (left, rest) = cut(if body.width >= WIDE { 40 } else { 30 });
        return (None, Some(left), Some(rest));
    }
    if body.width >= WIDE {
        let (left, rest) = if facets { cut(25) } else { cut(0) };
        let detail_width = (rest.width * 2 / 5).clamp(38, 72);
        let list = Rect { width: rest.width - detail_width, ..rest };
        let detail = Rect { x: list.x + list.width, width: detail_width, ..rest };
        (facets.then_some(left), Some(list), Some(detail))
    } else if facets {
        let (left, rest) = cut(26);
        (Some(left), Some(rest), None)
    } else {
        let (left, rest) = cut(body.width * 11 / 20);
        (None, Some(left), Some(rest))
    }
}

impl Areas {
    /// All that is between the top line and the bottom line, for what takes the place of a view.
    pub fn body(&self) -> Option<Rect> {
        let parts = [self.query, self.facets, self.list, self.detail];
        parts.into_iter().flatten().reduce(Rect::union).filter(|body| !body.is_empty())
    }

    /// What is inside a pane's border.
    pub fn inside(&self, pane: Rect) -> Rect {
        if self.framed {
            Rect {
                x: pane.x + 1,
                y: pane.y + 1,
                width: pane.width.saturating_sub(2),
                height: pane.height.saturating_sub(2),
            }
        } else {
            // One line says what the pane is.
            Rect { y: pane.y + 1, height: pane.height.saturating_sub(1), ..pane }
        }
    }

    /// The same for running text: a blank column on both sides where there is room for it.
    pub fn inside_text(&self, pane: Rect) -> Rect {
        let inside = self.inside(pane);
        if self.framed && inside.width > 30 {
            Rect { x: inside.x + 1, width: inside.width - 2, ..inside }
        } else {
            inside
        }
    }

    /// Rows that a list has below its column heads; a list too low for both has rows only.
    pub fn list_height(&self) -> usize {
        self.list.map_or(0, |list| {
            let inside = usize::from(self.inside(list).height);
            if self.framed { inside.saturating_sub(1) } else { inside }
        })
    }

    /// Lines that each of so many rules takes in their list: its name, its bar, where there is room
    /// its title, and where there is room for all of them a blank.
    pub fn rule_lines(&self, rules: usize) -> u16 {
        let inside = self.list.map_or(0, |list| self.inside(list).height);
        match inside {
            0..4 => 1,
            4..15 => 2,
            _ if rules * 4 <= usize::from(inside) + 1 => 4,
            _ => 3,
        }
    }

    /// How many of so many rules are shown at once. A blank below the last needs no room.
    pub fn rules_height(&self, rules: usize) -> usize {
        let inside = self.list.map_or(0, |list| self.inside(list).height);
        match self.rule_lines(rules) {
            4 => rules,
            lines => usize::from(inside / lines),
        }
    }

    pub fn facets_height(&self) -> usize {
        self.facets.map_or(0, |facets| usize::from(self.inside(facets).height))
    }

    pub fn detail_height(&self) -> usize {
        self.detail.map_or(0, |detail| usize::from(self.inside(detail).height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_area_lies_on_the_screen_and_none_overlaps() {
        for width in 0..130 {
            for height in 0..40 {
                for view in View::ALL {
                    for focus in [Pane::Facets, Pane::List, Pane::Detail] {
                        for facets in [true, false] {
                            check(areas((width, height), view, focus, facets), width, height);
                            let alone = zoomed((width, height), view, focus, facets);
                            check(alone, width, height);
                            let panes = [alone.facets, alone.list, alone.detail];
                            let shown = panes.iter().flatten().filter(|pane| !pane.is_empty()).count();
                            assert!(shown <= 1, "{width}x{height}: {alone:?}");
                        }
                    }
                }
            }
        }
    }

    fn check(areas: Areas, width: u16, height: u16) {
        let screen = Rect::new(0, 0, width, height);
        let all =
            [Some(areas.header), areas.query, areas.facets, areas.list, areas.detail, Some(areas.footer)];
        let all: Vec<Rect> = all.into_iter().flatten().filter(|area| !area.is_empty()).collect();
        for (at, area) in all.iter().enumerate() {
            assert_eq!(screen.intersection(*area), *area, "{width}x{height}: {areas:?}");
            for other in &all[at + 1..] {
                assert!(area.intersection(*other).is_empty(), "{width}x{height}: {areas:?}");
            }
        }
    }

    #[test]
    fn the_list_has_a_row_from_20x5_on() {
        let areas = areas((20, 5), View::Catalog, Pane::List, false);
        assert!(areas.list_height() >= 1, "{areas:?}");
    }

    #[test]
    fn three_panes_two_panes_one() {
        let count = |width, facets| {
            let areas = areas((width, 24), View::Catalog, Pane::List, facets);
            [areas.facets, areas.list, areas.detail].iter().flatten().count()
        };
        assert_eq!((count(120, true), count(120, false)), (3, 2));
        assert_eq!((count(80, true), count(80, false), count(60, true)), (2, 2, 1));
    }
}
