//! Chinese texts as people type them on a Latin keyboard. One key such as `shuzijingji`, with a
//! head at each syllable, serves full pinyin, initials and any mixture.

use super::fold::Folded;
use crate::domain::course::is_han;
use pinyin::ToPinyin;

/// Keys of a text beyond the first: each reads one character in another way.
const VARIANTS: usize = 4;
/// Characters of a text that is read in more than one way; titles and names are shorter.
const LONGEST_VARIED: usize = 64;

/// Characters with a second reading that titles do use; the usual reading comes from the table of
/// the pinyin crate. Rare readings are left out: each would only add accidental matches.
const READINGS: &[(char, &[&str])] = &[
    ('重', &["chong", "zhong"]),
    ('长', &["chang", "zhang"]),
    ('行', &["xing", "hang"]),
    ('乐', &["le", "yue"]),
    ('调', &["diao", "tiao"]),
    ('会', &["hui", "kuai"]),
    ('率', &["lv", "shuai"]),
    ('传', &["chuan", "zhuan"]),
    ('模', &["mo", "mu"]),
    ('还', &["hai", "huan"]),
    ('藏', &["cang", "zang"]),
    ('朝', &["chao", "zhao"]),
    ('参', &["can", "shen"]),
    ('单', &["dan", "shan"]),
    ('弹', &["dan", "tan"]),
    ('降', &["jiang", "xiang"]),
    ('校', &["xiao", "jiao"]),
    ('薄', &["bo", "bao"]),
    ('解', &["jie", "xie"]),
    ('角', &["jiao", "jue"]),
    ('觉', &["jue", "jiao"]),
    ('省', &["sheng", "xing"]),
    ('车', &["che", "ju"]),
    ('露', &["lu", "lou"]),
    ('识', &["shi", "zhi"]),
    ('系', &["xi", "ji"]),
    ('折', &["zhe", "she"]),
    ('属', &["shu", "zhu"]),
    ('种', &["zhong", "chong"]),
    ('都', &["du", "dou"]),
    ('壳', &["ke", "qiao"]),
    ('曾', &["zeng", "ceng"]),
    ('仇', &["chou", "qiu"]),
    ('盛', &["sheng", "cheng"]),
    ('厦', &["sha", "xia"]),
    ('绿', &["lv", "lu"]),
];

/// A text in Latin letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Key {
    /// ASCII, without blanks.
    pub text: String,
    /// For each letter, whether a syllable or a word begins there.
    pub heads: Vec<bool>,
    /// For each letter, the position in the folded text.
    pub source: Vec<usize>,
}

impl Key {
    fn push(&mut self, letters: &str, source: usize, head: bool) {
        for (at, letter) in letters.chars().enumerate() {
            self.text.push(letter);
            self.heads.push(head && at == 0);
            self.source.push(source);
        }
    }
}

/// The key of a text in its usual reading; none for a text without Chinese.
pub fn usual_key(folded: &Folded) -> Option<Key> {
    folded.chars.iter().any(|folding| is_han(folding.char)).then(|| key(folded, None))
}

/// The keys of a text, the usual reading first; none for a text without Chinese.
pub fn keys(folded: &Folded) -> Vec<Key> {
    let mut keys: Vec<_> = usual_key(folded).into_iter().collect();
    if keys.is_empty() {
        return keys;
    }
    if folded.chars.len() > LONGEST_VARIED {
        return keys;
    }
    'variants: for (at, folding) in folded.chars.iter().enumerate() {
        for reading in readings(folding.char) {
            if usual(folding.char).as_deref() == Some(reading) {
                continue;
            }
            if keys.len() > VARIANTS {
                break 'variants;
            }
            keys.push(key(folded, Some((at, reading))));
        }
    }
    keys
}

fn key(folded: &Folded, other: Option<(usize, &str)>) -> Key {
    let mut key = Key::default();
    for (at, folding) in folded.chars.iter().enumerate() {
        match other {
            Some((here, reading)) if here == at => key.push(reading, at, true),
            _ => match usual(folding.char) {
                Some(syllable) => key.push(&syllable, at, true),
                None if folding.char.is_ascii() && folding.letter => {
                    key.push(folding.char.encode_utf8(&mut [0; 4]), at, folding.head);
                }
                None => {}
            },
        }
    }
    key
}

fn readings(c: char) -> &'static [&'static str] {
    READINGS.iter().find(|(of, _)| *of == c).map_or(&[], |(_, readings)| readings)
}

/// The usual syllable, `ü` as `v`.
fn usual(c: char) -> Option<String> {
    if !is_han(c) {
        return None;
    }
    let syllable = c.to_pinyin()?.plain();
    Some(syllable.chars().map(|letter| if letter.is_ascii() { letter } else { 'v' }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        keys(&Folded::new(text)).into_iter().map(|key| key.text).collect()
    }

    #[test]
    fn one_key_with_a_head_at_each_syllable() {
        let keys = keys(&Folded::new("AI 数字"));
        let heads: Vec<_> = keys[0].heads.iter().enumerate().filter(|(_, head)| **head).collect();
        assert_eq!(keys[0].text, "aishuzi");
        assert_eq!(heads.into_iter().map(|(at, _)| at).collect::<Vec<_>>(), [0, 2, 5]);
        assert_eq!(keys[0].source, [0, 1, 3, 3, 3, 4, 4]);
    }

    #[test]
    fn a_second_reading_has_a_key_of_its_own() {
        for (text, expected) in [
            ("重庆", ["chongqing", "zhongqing"]),
            ("银行", ["yinhang", "yinxing"]),
            ("音乐", ["yinyue", "yinle"]),
            ("绿色", ["lvse", "luse"]),
        ] {
            let keys = texts(text);
            for key in expected {
                assert!(keys.iter().any(|found| found == key), "{text}: {keys:?}");
            }
        }
        assert!(texts("plain").is_empty());
        assert!(texts(&"重".repeat(60)).len() <= VARIANTS + 1);
    }
}
