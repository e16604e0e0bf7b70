//! `tuition schema`: the JSON Schema of a file, for editors that complete and check while one types.
//! Made from the same table of settings, actions and views that the reader goes by.

use super::context::Context;
use super::error::CliError;
use crate::action::Action;
use crate::config::bindings::NONE;
use crate::config::keymap;
use crate::config::{Setting, Shape};
use crate::locale::{Lang, Say};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    #[arg(value_name = "FILE")]
    of: Document,
}

/// The kinds of files that have a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Document {
    Config,
}

pub(super) fn run(context: &Context<'_>, args: &SchemaArgs) -> Result<(), CliError> {
    let Document::Config = args.of;
    context.console.print_json(&config(context.lang))
}

fn config(lang: Lang) -> Value {
    let mut properties = Map::new();
    properties.insert("schema".to_owned(), json!({"const": 1}));
    for setting in Setting::ALL {
        let mut stated = shape(setting.shape());
        stated.insert("description".to_owned(), json!(setting.say(lang)));
        properties.insert(setting.name().to_owned(), Value::Object(stated));
    }
    let contexts = keymap::Context::ALL.iter().map(|(_, name)| {
        (*name, json!({"type": "object", "additionalProperties": {"$ref": "#/$defs/action"}}))
    });
    let contexts: Map<String, Value> = contexts.map(|(name, table)| (name.to_owned(), table)).collect();
    properties.insert(
        "keys".to_owned(),
        json!({"type": "object", "additionalProperties": false, "properties": contexts}),
    );
    let none = lang.either("Takes the key away", "取消此按键");
    let action = |name: &str, said: String| json!({"const": name, "description": said});
    let actions = Action::ALL.iter().map(|one| action(one.name(), one.say(lang)));
    let actions: Vec<Value> = actions.chain([action(NONE, none.to_owned())]).collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "tuition config.toml",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "$defs": {"action": {"oneOf": actions}},
    })
}

fn shape(shape: Shape) -> Map<String, Value> {
    let stated = match shape {
        Shape::Words(words) => json!({"enum": words}),
        Shape::Name => json!({"type": "string", "minLength": 1}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Numbers(numbers) => json!({"enum": numbers}),
        Shape::Paths => json!({"type": "array", "items": {"type": "string", "minLength": 1}}),
    };
    stated.as_object().cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::commented::commented;

    /// Every key of the default file is in the schema, and nothing else is.
    #[test]
    fn the_schema_knows_what_the_default_file_states() {
        let schema = config(Lang::En);
        let file: toml::Table = commented().parse().unwrap();
        let names = |value: &Value| -> Vec<String> {
            let mut names: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
            names.sort();
            names
        };
        let mut keys: Vec<String> = file.keys().cloned().collect();
        keys.sort();
        assert_eq!(names(&schema["properties"]), keys);
        let tables = file["keys"].as_table().unwrap();
        let mut contexts: Vec<String> = tables.keys().cloned().collect();
        contexts.sort();
        assert_eq!(names(&schema["properties"]["keys"]["properties"]), contexts);
        let actions = schema["$defs"]["action"]["oneOf"].as_array().unwrap();
        for action in tables.values().flat_map(|table| table.as_table().unwrap().values()) {
            assert!(actions.iter().any(|known| known["const"] == action.as_str().unwrap()), "{action}");
        }
    }
}
