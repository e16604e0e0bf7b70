//! The catalog inside the program. A new file in `catalog/` is added to the list; a test says so.

/// Name and text of each file, in the order of names, as a folder would be read.
pub(super) const FILES: &[(&str, &str)] = &[
    file("ai-and-data.toml", include_str!("../../../catalog/ai-and-data.toml")),
    file("career-planning.toml", include_str!("../../../catalog/career-planning.toml")),
    file("catalog.toml", include_str!("../../../catalog/catalog.toml")),
    file("cloud-and-security.toml", include_str!("../../../catalog/cloud-and-security.toml")),
    file("connected-industry.toml", include_str!("../../../catalog/connected-industry.toml")),
    file("digital-economy.toml", include_str!("../../../catalog/digital-economy.toml")),
    file("ethics-and-public-subjects.toml", include_str!("../../../catalog/ethics-and-public-subjects.toml")),
    file("leadership.toml", include_str!("../../../catalog/leadership.toml")),
    file("materials-and-low-carbon.toml", include_str!("../../../catalog/materials-and-low-carbon.toml")),
    file("production-and-innovation.toml", include_str!("../../../catalog/production-and-innovation.toml")),
];

const fn file(name: &'static str, text: &'static str) -> (&'static str, &'static str) {
    (name, text)
}

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
