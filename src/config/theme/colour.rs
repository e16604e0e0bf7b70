//! Colours as light: luminance, contrast, and the nearest of the 256.

use super::style::Colour;

/// Whether a terminal is dark or light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Background {
    Dark,
    Light,
}

/// The luminance from which a background counts as light: that of CIE lightness 50, which people
/// see as halfway between black and white.
const HALFWAY: f64 = 0.184_187;

impl Background {
    /// That of a colour of the terminal.
    pub fn of(rgb: [u8; 3]) -> Self {
        if luminance(rgb) >= HALFWAY { Self::Light } else { Self::Dark }
    }

    /// What the variable COLORFGBG says: `15;0`, `0;default;15`. Its last part is the number of the
    /// background among the sixteen colours; white and the bright ones but grey are light.
    pub fn from_colorfgbg(text: &str) -> Option<Self> {
        match text.rsplit(';').next()?.parse::<u16>().ok()? {
            0..=6 | 8 => Some(Self::Dark),
            7 | 9..=15 => Some(Self::Light),
            16.. => None,
        }
    }
}

/// Relative luminance from 0 to 1, as WCAG 2 defines it.
pub fn luminance(rgb: [u8; 3]) -> f64 {
    let [red, green, blue] = rgb.map(|channel| {
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast of two colours, from 1 to 21, as WCAG 2 defines it.
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    if one > other { one / other } else { other / one }
}

/// Levels of the cube of 6x6x6 colours.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The colour of a number from 16 on: the cube, then the greys. `None` below: those are whatever
/// the terminal makes of them.
pub fn of_index(index: u8) -> Option<[u8; 3]> {
    let cube = usize::from(index.checked_sub(16)?);
    if index >= 232 {
        return Some([8 + 10 * (index - 232); 3]);
    }
    let level = |step: usize| LEVELS.get(step % 6).copied().unwrap_or_default();
    Some([level(cube / 36), level(cube / 6), level(cube)])
}

impl Colour {
    /// The same for a terminal that shows 256 colours: the nearest of those that are alike in all.
    #[must_use]
    pub fn nearest_indexed(self) -> Self {
        let Self::Rgb(red, green, blue) = self else { return self };
        let distance = |index: &u8| {
            let there = of_index(*index).unwrap_or_default();
            let here = [red, green, blue];
            let apart = |channel: usize| {
                let of = |rgb: [u8; 3]| rgb.get(channel).copied().map_or(0, u32::from);
                of(there).abs_diff(of(here)).pow(2)
            };
            // The eye tells greens apart best and blues worst.
            2 * apart(0) + 4 * apart(1) + apart(2)
        };
        (16..=u8::MAX).min_by_key(distance).map_or(self, Self::Indexed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        assert!((contrast([118; 3], [255; 3]) - 4.54).abs() < 0.01);
    }

    #[test]
    fn the_nearest_of_the_256() {
        assert_eq!(Colour::Rgb(255, 0, 0).nearest_indexed(), Colour::Indexed(196));
        assert_eq!(Colour::Rgb(8, 8, 9).nearest_indexed(), Colour::Indexed(232));
        assert_eq!(Colour::Rgb(95, 135, 175).nearest_indexed(), Colour::Indexed(67));
        for index in 16..=255 {
            let [red, green, blue] = of_index(index).unwrap();
            let Colour::Indexed(back) = Colour::Rgb(red, green, blue).nearest_indexed() else { panic!() };
            assert_eq!(of_index(back), of_index(index));
        }
    }

    #[test]
    fn backgrounds_are_dark_or_light() {
        for dark in [[0; 3], [0x28, 0x2c, 0x34], [0x00, 0x2b, 0x36], [0x75; 3]] {
            assert_eq!(Background::of(dark), Background::Dark, "{dark:?}");
        }
        for light in [[255; 3], [0xf5, 0xe9, 0xd0], [0xfd, 0xf6, 0xe3], [0x78; 3]] {
            assert_eq!(Background::of(light), Background::Light, "{light:?}");
        }
        use Background::{Dark, Light};
        for (text, expected) in [
            ("15;0", Some(Dark)),
            ("0;15", Some(Light)),
            ("0;default;7", Some(Light)),
            ("7;8", Some(Dark)),
            ("15;default", None),
            ("", None),
            ("0;200", None),
        ] {
            assert_eq!(Background::from_colorfgbg(text), expected, "{text}");
        }
    }
}
