//! Addresses on the web, taken apart before a browser gets them: what a reader takes for the host is
//! not always the host (`https://bank.com@evil.example`), and a catalog is text from outside.

use super::Safe;
use unicode_normalization::UnicodeNormalization;

/// An address that may be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WebAddress<'a> {
    /// As it was written.
    pub text: &'a str,
    /// Whom it leads to, without user name and port.
    host: &'a str,
}

/// Why an address is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WebAddressError {
    /// Another scheme than http and https; empty where there is none.
    Scheme(String),
    /// No host, or one that no host can be called.
    Host,
    /// A character that is invisible, or that programs read in different ways: a control, a blank,
    /// a bidi mark, a backslash.
    Character,
}

impl<'a> WebAddress<'a> {
    /// Takes an address apart by RFC 3986.
    ///
    /// # Errors
    /// Whatever two programs could read in two ways is refused.
    pub fn parse(text: &'a str) -> Result<Self, WebAddressError> {
        let Some((scheme, rest)) = text.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) else {
            return Err(WebAddressError::Scheme(String::new()));
        };
        if !["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web)) {
            return Err(WebAddressError::Scheme(scheme.to_owned()));
        }
        let odd = |c: char| c.is_whitespace() || c == '\\' || c.is_control();
        if text.contains(odd) || *Safe::new(text) != *text {
            return Err(WebAddressError::Character);
        }
        let rest = rest.strip_prefix("//").ok_or(WebAddressError::Host)?;
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        let host = without_port(host).filter(|host| is_host(host)).ok_or(WebAddressError::Host)?;
        Ok(Self { text, host })
    }

    /// The host, in small letters; where it has letters beyond ASCII, which may look like others, the
    /// name that is really asked for stands behind it: `аpple.com (xn--pple-43d.com)`.
    pub fn host(&self) -> String {
        let written: String = self.host.nfkc().collect::<String>().to_lowercase();
        if written.is_ascii() {
            return written;
        }
        let labels: Vec<String> = written.split(['.', '。']).map(ascii_label).collect();
        format!("{written} ({})", labels.join("."))
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// The host of `host:port`; `None` for a port that is no number.
fn without_port(text: &str) -> Option<&str> {
    let begin =
        if text.starts_with('[') { text.find(']')? + 1 } else { text.find(':').unwrap_or(text.len()) };
    let (host, port) = text.split_at_checked(begin)?;
    let port = if port.is_empty() { port } else { port.strip_prefix(':')? };
    port.chars().all(|c| c.is_ascii_digit()).then_some(host)
}

/// A name or number of a host. No `%`: browsers decode it, and readers do not.
fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return address.parse::<core::net::Ipv6Addr>().is_ok();
    }
    let label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || "-_".contains(c));
    // One dot at the end is the root's.
    host.strip_suffix('.').unwrap_or(host).split(['.', '。']).all(label)
}

/// A label of a host's name in ASCII: Punycode (RFC 3492) behind `xn--`.
fn ascii_label(label: &str) -> String {
    if label.is_ascii() {
        return label.to_owned();
    }
    let mut encoded: String = label.chars().filter(char::is_ascii).collect();
    let basic = encoded.chars().count();
    if basic > 0 {
        encoded.push('-');
    }
    let (mut next, mut delta, mut bias, mut handled) = (0x80_u64, 0_u64, 72, basic as u64);
    let all = label.chars().count() as u64;
    while handled < all {
        let least = label.chars().map(|c| u64::from(u32::from(c))).filter(|code| *code >= next).min();
        let Some(least) = least else { break };
        delta += (least - next) * (handled + 1);
        next = least;
        for code in label.chars().map(|c| u64::from(u32::from(c))) {
            if code < next {
                delta += 1;
            } else if code == next {
                push_number(&mut encoded, delta, bias);
                bias = adapted(delta, handled + 1, handled == basic as u64);
                (delta, handled) = (0, handled + 1);
            }
        }
        delta += 1;
        next += 1;
    }
    format!("xn--{encoded}")
}

/// A number of variable length in base 36.
fn push_number(encoded: &mut String, number: u64, bias: u64) {
    let (mut left, mut place) = (number, 36);
    loop {
        let threshold = place.clamp(bias + 1, bias + 26) - bias;
        if left < threshold {
            return encoded.push(digit(left));
        }
        encoded.push(digit(threshold + (left - threshold) % (36 - threshold)));
        left = (left - threshold) / (36 - threshold);
        place += 36;
    }
}

/// The digits of Punycode: letters first.
fn digit(value: u64) -> char {
    let value = u8::try_from(value).unwrap_or_default();
    char::from(if value < 26 { b'a' + value } else { b'0' + (value - 26) % 10 })
}

fn adapted(delta: u64, points: u64, first: bool) -> u64 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / points;
    let mut bias = 0;
    while delta > 455 {
        delta /= 35;
        bias += 36;
    }
    bias + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(text: &str) -> String {
        WebAddress::parse(text).map_or_else(|error| format!("{error:?}"), |address| address.host())
    }

    #[test]
    fn the_host_is_the_one_that_is_asked() {
        for (text, expected) in [
            ("https://www.coursera.org/learn/x?a=b@c#d", "www.coursera.org"),
            ("HTTP://Example.ORG:8080", "example.org"),
            ("https://bank.com@evil.example/login", "evil.example"),
            ("https://bank.com:443@evil.example:8443/", "evil.example"),
            ("https://bank.com/@evil.example", "bank.com"),
            ("https://bank.com?@evil.example", "bank.com"),
            ("https://127.0.0.1/", "127.0.0.1"),
            ("https://[::1]:80/", "[::1]"),
            ("https://教育.cn/课程", "教育.cn (xn--wcvs22d.cn)"),
            ("https://\u{430}pple.com", "\u{430}pple.com (xn--pple-43d.com)"),
            ("https://b\u{fc}cher.example", "b\u{fc}cher.example (xn--bcher-kva.example)"),
        ] {
            assert_eq!(host(text), expected, "{text}");
        }
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        for text in ["", "www.example.org", "//example.org", "1:2"] {
            assert_eq!(host(text), r#"Scheme("")"#, "{text:?}");
        }
        for (text, scheme) in [("file:///etc/passwd", "file"), ("javascript:alert(1)", "javascript")] {
            assert_eq!(WebAddress::parse(text), Err(WebAddressError::Scheme(scheme.to_owned())));
        }
        for text in [
            "https://",
            "https:example.org",
            "https:/example.org",
            "https:///x",
            "https://a..b",
            "https://%65vil.example",
            "https://a b.org@",
            "https://user@",
            "https://a:b",
            "https://[x]",
            "https://$(reboot).org",
        ] {
            let error = WebAddress::parse(text).unwrap_err();
            assert!(matches!(error, WebAddressError::Host | WebAddressError::Character), "{text}: {error:?}");
        }
        for text in [
            "https://a.org/\u{1b}[2J",
            "https://a.org/ b",
            "https://a.org\\@b.org",
            "https://a.org/\u{202e}x",
        ] {
            assert_eq!(host(text), "Character", "{text:?}");
        }
    }
}
