//! The catalog inside the program. A new file in `catalog/` is added to the list; a test says so.

macro_rules! embedded {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../../catalog/", $name)))),+]
    };
}

/// Name and text of each file, in the order of names, as a folder would be read.
pub(super) const FILES: &[(&str, &str)] = embedded![
    "ai-and-data.toml",
    "career-planning.toml",
    "catalog.toml",
    "cloud-and-security.toml",
    "connected-industry.toml",
    "digital-economy.toml",
    "ethics-and-public-subjects.toml",
    "leadership.toml",
    "materials-and-low-carbon.toml",
    "production-and-innovation.toml",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_catalog_folder_is_inside() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.ends_with(".toml"))
            .collect();
        names.sort();
        let inside: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        assert_eq!(inside, names, "list the files of catalog/ in src/store/catalog/bundled.rs");
    }
}
