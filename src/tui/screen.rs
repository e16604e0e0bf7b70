//! Frames for a real terminal: each is put together in memory and written as a whole, between the
//! marks that let the terminal show it at once (DEC mode 2026).

use super::ambiguous::Ambiguous;
use super::runtime::Stage;
use super::terminal::Tty;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::layout::{Position, Size};
use std::io;
use std::sync::Arc;

pub(super) struct Screen {
    tty: Arc<Tty>,
    size: Size,
    frame: Vec<u8>,
    /// Where the visible cursor stands.
    cursor: Option<Position>,
    /// Where the terminal draws some characters wider than we count them.
    ambiguous: Option<Ambiguous>,
}

impl Screen {
    /// A screen on a terminal whose cursor is hidden.
    pub(super) fn new(tty: Arc<Tty>, wide: bool) -> Self {
        let size = tty.size();
        let ambiguous = wide.then(|| Ambiguous::new(size));
        Self { tty, size, frame: Vec::new(), cursor: None, ambiguous }
    }

    /// What writes into the frame, which it opens if need be.
    fn pen(&mut self) -> io::Result<CrosstermBackend<&mut Vec<u8>>> {
        if self.frame.is_empty() {
            queue!(self.frame, BeginSynchronizedUpdate)?;
        }
        let mut pen = CrosstermBackend::new(&mut self.frame);
        if self.cursor.take().is_some() {
            pen.hide_cursor()?;
        }
        Ok(pen)
    }
}

impl Stage for Screen {
    fn fit(&mut self, size: Size) {
        self.size = size;
        if let Some(ambiguous) = &mut self.ambiguous {
            *ambiguous = Ambiguous::new(size);
        }
    }
}

impl Backend for Screen {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        let Some(mut ambiguous) = self.ambiguous.take() else { return self.pen()?.draw(content) };
        let pieces = ambiguous.pieces(content);
        self.ambiguous = Some(ambiguous);
        let mut pen = self.pen()?;
        pieces.iter().try_for_each(|piece| pen.draw(piece.iter().map(|(x, y, cell)| (*x, *y, cell))))
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor.is_some() {
            self.pen()?;
        }
        Ok(())
    }

    /// The cursor is shown where it is put next.
    fn show_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Never asks the terminal: the input thread would swallow its answer.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.frame.is_empty() && self.cursor == Some(position) {
            return Ok(());
        }
        let mut pen = self.pen()?;
        pen.set_cursor_position(position)?;
        pen.show_cursor()?;
        self.cursor = Some(position);
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        let size = self.size;
        self.fit(size);
        self.pen()?.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.pen()?.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        queue!(self.frame, EndSynchronizedUpdate)?;
        let written = self.tty.write(&self.frame);
        self.frame.clear();
        written
    }
}
