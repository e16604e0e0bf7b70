//! The audit pack: one zip with the transcript in three shapes, the certificates, and the SHA-256
//! of every file, in the form that `sha256sum -c` reads. The same input gives the same bytes: no
//! clock, a fixed order, nothing compressed (certificates are already).

mod names;
mod verify;

pub use verify::{Checked, NotAPack, PackedFile, verify};

use super::json as shapes;
use super::separated;
use super::transcript::{self, Transcript};
use crate::domain::Entry;
use crate::domain::hours::Evidence;
use crate::locale::Lang;
use crate::store::record::Kept;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::io::{self, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The list of hashes, which is the last file of a pack.
pub const SUMS: &str = "SHA256SUMS";

/// Where proof is wanting.
#[derive(Clone, Debug)]
pub struct Gap<'a> {
    /// The entry's number in the transcript.
    pub number: usize,
    pub entry: &'a Entry,
    pub kind: GapKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GapKind {
    /// The entry counts, and nothing is attached to it.
    NoEvidence,
    /// A certificate is not as it was kept.
    Fault { name: String, kept: Kept },
}

/// Why a pack could not be written.
#[derive(Debug)]
pub enum PackError {
    /// A certificate changed while the pack was made.
    Evidence {
        name: String,
        kept: Kept,
    },
    Write(io::Error),
}

impl From<zip::result::ZipError> for PackError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Write(error.into())
    }
}

impl From<io::Error> for PackError {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

/// Looks at every certificate and gives those that are as they were kept their names in the pack.
/// What comes back is in the transcript's order, and said in it.
pub fn prepare<'a>(transcript: &mut Transcript<'a>, look: impl Fn(&Evidence) -> Kept) -> Vec<Gap<'a>> {
    let mut named: HashMap<Evidence, String> = HashMap::new();
    let mut names = names::Names::default();
    for proof in transcript.proofs_mut() {
        let kept = look(proof.evidence);
        proof.kept = Some(kept);
        if kept.is_same() {
            let name = named.entry(proof.evidence.clone()).or_insert_with(|| names.name(proof.evidence));
            proof.packed = Some(name.clone());
        }
    }
    gaps(transcript)
}

fn gaps<'a>(transcript: &Transcript<'a>) -> Vec<Gap<'a>> {
    let mut gaps = Vec::new();
    let without = transcript.counting().filter(|(_, _, proofs)| proofs.is_empty());
    gaps.extend(without.map(|(number, entry, _)| Gap { number, entry, kind: GapKind::NoEvidence }));
    for (number, entry, proof) in transcript.proofs() {
        if let Some(kept) = proof.kept.filter(|kept| !kept.is_same()) {
            let name = proof.evidence.name.clone();
            gaps.push(Gap { number, entry, kind: GapKind::Fault { name, kept } });
        }
    }
    gaps.sort_by_key(|gap| gap.number);
    gaps
}

/// Writes the pack of a transcript that [`prepare`] has been over; `read` gives a certificate's
/// bytes. How many files it holds comes back, the list of hashes not among them.
///
/// # Errors
/// See [`PackError`]; what was written until then is of no use.
pub fn write<W: Write + Seek>(
    transcript: &Transcript,
    lang: Lang,
    read: impl Fn(&Evidence) -> Result<Vec<u8>, Kept>,
    to: W,
) -> Result<(W, usize), PackError> {
    let mut pack = Pack { zip: ZipWriter::new(to), sums: String::new(), files: 0 };
    pack.put("transcript.html", transcript::html(transcript, lang).as_bytes())?;
    let csv = separated::file(&transcript::csv(transcript, lang));
    pack.put("transcript.csv", csv.as_bytes())?;
    let json = shapes::file(&transcript::json(transcript, lang));
    pack.put("transcript.json", json.as_bytes())?;
    let mut put = HashSet::new();
    for (_, _, proof) in transcript.proofs() {
        let Some(name) = proof.packed.as_deref() else { continue };
        if put.insert(name) {
            let fault = |kept| PackError::Evidence { name: proof.evidence.name.clone(), kept };
            pack.put(name, &read(proof.evidence).map_err(fault)?)?;
        }
    }
    pack.finish()
}

struct Pack<W: Write + Seek> {
    zip: ZipWriter<W>,
    sums: String,
    files: usize,
}

impl<W: Write + Seek> Pack<W> {
    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), PackError> {
        self.zip.start_file(name, options())?;
        self.zip.write_all(bytes)?;
        self.sums.push_str(&format!("{}  {name}\n", hex(&Sha256::digest(bytes))));
        self.files += 1;
        Ok(())
    }

    fn finish(mut self) -> Result<(W, usize), PackError> {
        self.zip.start_file(SUMS, options())?;
        self.zip.write_all(self.sums.as_bytes())?;
        Ok((self.zip.finish()?, self.files))
    }
}

/// The same for every file: not compressed, 1 January 1980, the owner's alone.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o600)
}

/// A hash as people write it.
pub fn hex(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::transcript::sample;
    use super::*;
    use std::io::{Cursor, Read};

    const SAME: Kept = Kept::Same { bytes: 3 };

    fn packed(sample: &sample::Sample) -> Vec<u8> {
        sample.with(|transcript| {
            prepare(transcript, |_| SAME);
            let read = |_: &Evidence| Ok(b"%PDF".to_vec());
            write(transcript, Lang::En, read, Cursor::new(Vec::new())).unwrap().0.into_inner()
        })
    }

    fn names(bytes: &[u8]) -> Vec<String> {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        (0..zip.len()).map(|at| zip.by_index(at).unwrap().name().unwrap().into_owned()).collect()
    }

    #[test]
    fn the_same_input_gives_the_same_bytes_in_a_fixed_order() {
        let bytes = packed(&sample::plain());
        assert_eq!(bytes, packed(&sample::plain()));
        assert_eq!(
            names(&bytes),
            [
                "transcript.html",
                "transcript.csv",
                "transcript.json",
                "evidence/certificate.pdf",
                "SHA256SUMS"
            ]
        );
        let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut csv = Vec::new();
        zip.by_name("transcript.csv").unwrap().read_to_end(&mut csv).unwrap();
        assert!(csv.starts_with("\u{FEFF}no,".as_bytes()), "Excel knows it for UTF-8");
        let file = zip.by_index(0).unwrap();
        assert_eq!((file.last_modified().unwrap().year(), file.unix_mode()), (1980, Some(0o100_600)));
    }

    #[test]
    fn what_wants_proof_is_named_and_said_on_the_page() {
        sample::plain().with(|transcript| {
            let gaps = prepare(transcript, |_| Kept::Altered);
            let found: Vec<_> = gaps.iter().map(|gap| (gap.number, gap.kind.clone())).collect();
            let fault = GapKind::Fault { name: "certificate.pdf".to_owned(), kept: Kept::Altered };
            assert_eq!(found, [(1, fault), (2, GapKind::NoEvidence)]);
            let page = transcript::html(transcript, Lang::En);
            assert!(
                page.contains("certificate.pdf (altered)")
                    && page.contains("Without evidence: entries 1, 2.")
            );
            let read = |_: &Evidence| -> Result<Vec<u8>, Kept> { panic!("it is not put in") };
            let (zip, files) = write(transcript, Lang::En, read, Cursor::new(Vec::new())).unwrap();
            assert_eq!((files, names(&zip.into_inner()).len()), (3, 4));
        });
    }

    #[test]
    fn a_pack_verifies_until_a_byte_of_it_changes() {
        let mut bytes = packed(&sample::plain());
        let checked = verify(Cursor::new(&bytes)).unwrap();
        assert_eq!(checked.len(), 4);
        assert!(checked.iter().all(|file| file.checked == Checked::Same), "{checked:?}");
        let at = bytes.windows(4).position(|part| part == b"%PDF").unwrap();
        bytes[at + 3] = b'X';
        let checked = verify(Cursor::new(&bytes)).unwrap();
        let altered: Vec<_> = checked.iter().filter(|file| file.checked != Checked::Same).collect();
        let [file] = altered[..] else { panic!("{altered:?}") };
        assert_eq!((&*file.name, file.checked), ("evidence/certificate.pdf", Checked::Altered));
        assert_eq!(verify(Cursor::new(b"no zip")).unwrap_err(), NotAPack::NotZip);
    }

    #[test]
    fn a_pack_that_was_compressed_says_so() {
        let mut bytes = packed(&sample::plain());
        // In the directory at the end, of the last file: the list.
        let at = bytes.windows(4).rposition(|part| part == b"PK\x01\x02").unwrap();
        bytes[at + 10] = 8;
        assert_eq!(verify(Cursor::new(&bytes)).unwrap_err(), NotAPack::Compressed);
        bytes[at + 10] = 0;
        let at = bytes.windows(4).position(|part| part == b"PK\x01\x02").unwrap();
        bytes[at + 10] = 8;
        assert_eq!(verify(Cursor::new(&bytes)).unwrap_err(), NotAPack::Compressed);
    }

    #[test]
    fn what_a_pack_lost_or_gained_is_seen() {
        let whole = packed(&sample::plain());
        let mut zip = zip::ZipArchive::new(Cursor::new(&whole)).unwrap();
        let mut other = ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..zip.len() {
            let file = zip.by_index_raw(at).unwrap();
            if !["transcript.json", "transcript.csv"].contains(&&*file.name().unwrap()) {
                other.raw_copy_file(file).unwrap();
            }
        }
        // Packed anew by somebody, so that the zip's own checksum is right.
        other.start_file("transcript.csv", options()).unwrap();
        other.write_all(b"no,counted\n1,90\n").unwrap();
        other.start_file("evidence/forged.pdf", options()).unwrap();
        let bytes = other.finish().unwrap().into_inner();
        let checked = verify(Cursor::new(bytes)).unwrap();
        let found = |name: &str, state| checked.iter().any(|file| file.name == name && file.checked == state);
        assert!(found("transcript.json", Checked::Missing), "{checked:?}");
        assert!(found("transcript.csv", Checked::Altered), "{checked:?}");
        assert!(found("evidence/forged.pdf", Checked::Unlisted), "{checked:?}");
    }
}
