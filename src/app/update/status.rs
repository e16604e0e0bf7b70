//! The Status view: which packs are followed, the day that is looked at, the way from a figure to
//! its ledger and from a gap to the courses that fill it.

use super::{browse, plan_and_hours};
use crate::action::Action;
use crate::app::applies::{applies, gap};
use crate::app::effect::Effect;
use crate::app::follow_form;
use crate::app::ledger::Ledger;
use crate::app::model::{Layer, Model, Tone, View};
use crate::app::pack_list::PackList;
use crate::domain::{Following, Operation, RuleId};

pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if !applies(model, action) {
        let chosen = model.requirements.chosen().is_some();
        let text = match action {
            Action::FillGap if chosen => model.lang.words().nothing_missing.to_owned(),
            _ => model.lang.phrases().does_not_apply(action),
        };
        model.say(text, Tone::Plain);
        return Vec::new();
    }
    match action {
        Action::Follow => {
            model.layer = Some(Layer::Packs(Box::new(PackList::new(&model.requirements.packs))));
        }
        Action::Unfollow => {
            let rule = model.requirements.chosen().map(|standing| standing.id.clone());
            let unfollow = rule.map(|rule| plan_and_hours::save(model, Operation::Unfollow(rule)));
            return unfollow.unwrap_or_default();
        }
        Action::FillGap => {
            if let Some(query) = gap(model) {
                super::go(model, View::Catalog);
                browse::set_query(model, &query);
                model.catalog.scroll.set(0);
                model.came_from = Some(View::Status);
            }
        }
        Action::EarlierDay => look_from(model, -1, 1),
        Action::LaterDay => look_from(model, 1, 1),
        Action::Today => {
            model.requirements.as_of = None;
            model.requirements_changed();
            model.personal_changed();
        }
        _ => {}
    }
    Vec::new()
}

/// Moves the day that is looked at so many times by some months: where it stops on the way depends
/// on the figures of each day.
pub fn look_from(model: &mut Model, months: i64, times: usize) {
    for _ in 0..times {
        model.requirements.move_day(months, model.today);
        model.requirements_changed();
    }
    model.personal_changed();
}

/// `Enter` on a part: what its figure is made of.
pub fn open_ledger(model: &mut Model) {
    let rule = model.requirements.chosen().map(|standing| standing.id.clone());
    let part = model.requirements.chosen_part().map(|part| part.id.clone());
    if let (Some(rule), Some(part)) = (rule, part) {
        model.layer = Some(Layer::Ledger(Ledger::new(rule, part)));
    }
}

/// `Enter` in the list of packs. A pack that is followed already gets the cursor and is left as it
/// is: following it anew would drop its date and totals.
pub fn follow_chosen(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Packs(list)) = &model.layer else { return Vec::new() };
    let Some(rule) = list.chosen().cloned() else { return Vec::new() };
    model.layer = None;
    if let Some(place) = model.requirements.standings.iter().position(|standing| standing.id == rule) {
        model.requirements.choose(place);
        let text = model.lang.words().followed_already.to_owned();
        model.say(text, Tone::Plain);
        return Vec::new();
    }
    let asks_for_date = model
        .requirements
        .rule(&rule)
        .is_some_and(|rule| rule.cycle.needs_personal_date() && model.record.profile.since(rule).is_err());
    if asks_for_date {
        return ask_for_date(model, &rule);
    }
    plan_and_hours::save(model, Operation::Follow(Following::new(rule)))
}

/// `m`: the date that the rule under the cursor counts from.
pub fn modify(model: &mut Model) -> Vec<Effect> {
    let rule = model.requirements.chosen().map(|standing| standing.id.clone());
    rule.map(|rule| ask_for_date(model, &rule)).unwrap_or_default()
}

fn ask_for_date(model: &mut Model, rule: &RuleId) -> Vec<Effect> {
    let Some(rule) = model.requirements.rule(rule) else { return Vec::new() };
    let profile = &model.record.profile;
    let since = profile.since(rule).ok().flatten();
    let form = follow_form::open(rule, profile.following(&rule.id), since, model.lang.is_chinese());
    plan_and_hours::open(model, form)
}
