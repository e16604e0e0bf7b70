//! The packs inside the program. A new file in `catalog/requirements/` is added to the list; a test
//! says so.

macro_rules! embedded {
    ($($id:literal),+ $(,)?) => {
        &[$(($id, include_str!(concat!("../../../catalog/requirements/", $id, ".toml")))),+]
    };
}

/// Id and text of each pack, in the order of names. A pack's file is named after its id, so that
/// one of them can be read without the others.
pub(super) const FILES: &[(&str, &str)] = embedded![
    "cn-digital-engineer",
    "cn-guangdong",
    "cn-mohrss",
    "cn-taizhou",
    "engineers-australia",
    "engineers-ireland",
    "hkie",
    "isc2-cissp",
    "ncees",
    "pmi-pmp",
    "us-nc-pe",
    "us-nd-pe",
    "us-ny-pe",
    "us-tx-pe",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pack_of_the_folder_is_inside() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/requirements");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".toml"))
            .collect();
        names.sort();
        let inside: Vec<String> = FILES.iter().map(|(id, _)| format!("{id}.toml")).collect();
        assert_eq!(inside, names, "list the packs in src/store/requirements/bundled.rs");
    }

    #[test]
    fn every_pack_is_named_after_its_id_and_without_a_mistake() {
        for (id, _) in FILES {
            let id = crate::domain::RuleId::new(id).unwrap();
            let opened = super::super::open_for(&[], std::slice::from_ref(&id));
            assert_eq!(opened.problems, [], "{id}");
            assert!(opened.packs.get(&id).is_some(), "{id}");
        }
    }

    #[test]
    fn every_pack_says_where_its_figures_come_from_and_proves_itself() {
        for rule in super::super::bundled().packs.rules() {
            assert!(!rule.sources.is_empty(), "{} names no source", rule.id);
            assert!(!rule.examples.is_empty(), "{} has no example", rule.id);
            for example in &rule.examples {
                assert_eq!(example.run(rule), [], "{}, line {}", rule.id, example.line);
            }
        }
    }
}
