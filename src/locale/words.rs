//! The fixed labels of the screens. A struct with one field a label: a language that lacks one does
//! not compile.

use super::Lang;

macro_rules! words {
    ($($field:ident: $en:literal, $zh:literal;)+) => {
        #[derive(Debug)]
        pub struct Words { $(pub $field: &'static str),+ }

        static EN: Words = Words { $($field: $en),+ };
        static ZH: Words = Words { $($field: $zh),+ };

        #[cfg(test)]
        const ALL: &[(&str, &str, &str)] = &[$((stringify!($field), $en, $zh)),+];
    };
}

words! {
    // Views and panes.
    catalog: "Catalog", "目录";
    plan: "Plan", "计划";
    hours: "Hours", "学时";
    status: "Status", "达标";
    requirements: "Requirements", "学时要求";
    facets: "Facets", "筛选";
    courses: "Courses", "课程";
    course: "Course", "课程详情";
    entry: "Entry", "记录";
    totals: "Totals", "合计";
    problems: "Problems", "问题";
    help: "Keys", "按键";
    next_part: "next part", "下一部分";
    year_before: "year before", "上一年";
    year_after: "year after", "下一年";
    nothing_binds: "Nothing binds on this day.", "此日没有须达到的要求。";
    commands: "Commands", "命令";

    // Comparison, and the way to a course.
    comparison: "Comparison", "课程比较";
    only_differing: "only what differs", "仅看差异";
    all_rows: "all rows", "全部项目";
    sideways: "sideways", "左右";
    differs: "differs", "有差异";
    no_difference: "The courses say the same in every row.", "各项内容均相同。";
    no_difference_hint: "d shows all rows.", "按 d 显示全部项目。";
    other_title: "Other title", "另一语言标题";
    not_planned: "not planned", "未列入计划";
    adds_nothing: "adds nothing", "无贡献";
    none: "none", "无";
    go_there: "go to the course", "转到课程";
    plan_the_way: "plan what is missing", "将所缺课程加入计划";
    nothing_to_plan: "Nothing on the way is left to plan.", "所需课程均已列入计划或已完成。";

    // The tour.
    tour_leaves: "moving keeps it, any other key leaves", "移动光标不影响，按其他键离开导览";

    // Ranges of marks.
    keep_range: "mark the range", "标记这些";
    drop_range: "drop it", "取消连选";

    // Frames of lists.
    zoomed: "zoomed · z gives it back", "已放大 · 按 z 恢复";
    zoomed_briefly: "zoomed", "已放大";
    own_order: "in your order", "自定顺序";
    newest_first: "newest first", "新的在前";
    by_gain: "most added per hour first", "每小时贡献大的在前";

    // Column heads.
    head_title: "Title", "标题";
    head_hours: "Hours", "时长";
    head_state: "State", "状态";
    head_by: "By", "期限";
    nothing_missing: "Nothing is missing here", "此项没有缺口";
    no_course_fills: "No course in this catalog would lessen this gap.", "目录中没有能补足此缺口的课程。";
    no_course_fills_hint: "Courses count by their category; A records what is in no catalog. Esc clears the query.", "课程按类别计入；目录以外的学习可按 A 登记。按 Esc 清除查询。";
    head_effect: "Adds", "可增";
    would_fill: "Would fill", "可补学时";
    head_date: "Date", "日期";
    head_categories: "Categories", "类别";
    head_result: "Result", "结果";

    // The details of a course.
    track: "Track", "方向";
    topics: "Topics", "主题";
    level: "Level", "难度";
    grade: "Grade", "等级";
    stage: "Career stage", "职业阶段";
    delivery: "Delivery", "授课方式";
    form: "Form", "形式";
    length: "Hours", "时长";
    basis: "Basis", "依据";
    counts_as: "Category", "类别";
    instructors: "Instructors", "讲师";
    provider: "Provider", "机构";
    language: "Language", "语言";
    url: "Link", "链接";
    prerequisites: "Prerequisites", "先修要求";
    assessment: "Assessment", "考核";
    credential: "Credential", "证书";
    sessions: "Sessions", "班次";
    source: "Source", "来源";
    facts_as_of: "Facts as of", "信息截至";
    note: "Note", "备注";
    id: "Id", "编号";
    state: "State", "状态";
    our_translation: "our translation", "本目录译名";
    unverified: "The curator has not seen the source.", "编者未见到原始来源。";
    counts_once_passed: "Some rules count the hours only once passed.", "有的要求包规定合格后才计学时。";
    gate_training: "training", "培训";
    gate_assessment: "assessment", "考核";
    gate_recognition: "recognition", "认定";
    not_in_catalog: "This course is in no open catalog.", "已打开的目录中没有此课程。";

    // Facets.
    hours_stated: "stated", "已注明";
    hours_not_stated: "not stated", "未注明";

    // Plan and hours.
    planned_on: "Planned on", "列入日期";
    target_date: "Target date", "目标日期";
    why: "Why", "原因";
    withdrawn: "Given up", "放弃";
    overdue: "overdue", "已逾期";
    recorded_hours: "Recorded", "已登记";
    completed: "completed", "已完成";
    in_progress: "in progress", "进行中";
    by_year: "By year", "按年度";
    by_category: "By category", "按类别";
    no_category: "no category", "无类别";
    two_categories: "An entry with two categories counts in both.", "有两个类别的记录在两类中各计一次。";
    void: "void", "已作废";
    replaces: "Corrects", "更正自";
    recorded_at: "Written", "登记时间";
    reason: "Reason", "理由";
    evidence: "Evidence", "证明材料";
    no_proof: "no proof attached", "未附证明材料";

    // Forms.
    title: "Title", "标题";
    date: "Date", "日期";
    amount: "Hours", "时长";
    unit: "Unit", "单位";
    categories: "Categories", "类别";
    result: "Result", "结果";
    certificates: "Evidence", "证明材料";
    certificates_hint: "(a file; several with ;)", "（文件路径，多个用 ; 分隔）";
    record_hours: "Record hours", "登记学时";
    correct_entry: "Correct the entry", "更正记录";
    void_entry: "Void the entry", "作废记录";
    plan_item: "Planned course", "计划项";
    yes: "yes", "是";
    no: "no", "否";
    not_stated: "not stated", "未注明";
    missing: "needed", "必填";
    in_future: "that day has not come yet", "该日期尚未到来";
    date_hint: "(also today, yesterday, -3d)", "（也可写 今天、昨天、-3d）";
    target_hint: "(2026-12-31, tomorrow, +30d)", "（2026-12-31、明天、+30d）";
    no_hours_stated: "the source states no hours", "来源未注明学时";
    clear: "clear", "清空";
    form_save: "save", "保存";
    form_next: "next field", "下一项";
    form_choose: "choose", "选择";
    form_leave: "leave", "离开";
    form_replaces: "typing replaces · ←→ edits", "直接输入可替换 · ←→ 可修改";
    type_to_find: "type a word or a key", "输入词语或按键查找";
    run: "run", "执行";
    close: "close", "关闭";
    back: "back", "返回";

    // Requirements.
    counted: "counted", "已计入";
    carried_in: "carried in", "结转";
    planned: "planned", "计划";
    not_confirmed: "Not confirmed", "尚未核实";
    no_figures: "no figures", "无法核算";
    state_the_date: "m states the date.", "按 m 填写日期。";
    leave_the_rule: "x follows it no longer.", "按 x 不再关注。";
    choose_pack: "Choose requirements to follow", "选择要关注的学时要求";
    type_to_choose: "type a name or an id", "输入名称或编号";
    follow: "Follow requirements", "关注学时要求";
    follow_this: "follow", "关注";
    followed: "followed", "已关注";
    followed_already: "These requirements are followed already.", "已在关注这项学时要求。";
    since: "Counts from", "起算日期";
    since_hint: "(such as 2024-10-01)", "（如 2024-10-01）";
    scroll: "scroll", "滚动";
    explain: "explain", "明细";

    // Empty states.
    profile_unreadable: "Which requirements are followed could not be read.", "无法读取所关注的学时要求。";
    no_rules: "No requirements are followed yet.", "尚未关注任何学时要求。";
    no_rules_hint: "a chooses a pack of requirements; several can be followed at once.", "按 a 选择学时要求，可同时关注多项。";
    no_courses: "No course matches.", "没有匹配的课程。";
    no_courses_hint: "Esc clears the query.", "按 Esc 清除查询。";
    no_catalog: "The catalog has no courses.", "目录中没有课程。";
    no_catalog_hint: "Add a [[course]] to its file and R reads it again; without -C the bundled catalog opens.", "在目录文件中添加 [[course]]，按 R 重新读取；不加 -C 时打开内置目录。";
    no_plan: "Nothing is planned yet.", "还没有学习计划。";
    plan_unreadable: "The plan could not be read.", "无法读取学习计划。";
    no_plan_hint: "In the catalog, a adds a course.", "在目录中按 a 将课程加入计划。";
    no_hours: "No hours are recorded yet.", "还没有学时记录。";
    no_hours_hint: "d on a course records its hours; A records anything else.", "在课程上按 d 登记学时；按 A 登记其他内容。";
    nothing_here: "nothing here", "此处没有可用的按键";
    count: "count", "次数";
    cancel: "cancel", "取消";
    nothing_found: "Nothing found.", "未找到。";
    nothing_found_hint: "Backspace takes letters away, Esc closes.", "按 Backspace 删减文字，按 Esc 关闭。";
    search_hint: "type / to search: words, track:leadership, hours:<=40", "按 / 搜索：词语、track:leadership、hours:<=40";

    // Saved views and the query line.
    saved_views: "Saved views", "已保存的视图";
    save_view: "Save this query", "保存此查询";
    view_name: "Name", "名称";
    view_name_hint: "(letters, digits, - and _)", "（文字、数字、- 和 _）";
    not_a_view_name: "letters, digits, - and _ only", "只能用文字、数字、- 和 _";
    no_views: "No view is saved yet.", "尚未保存视图。";
    no_views_hint: "Type a query with /, then S gives it a name.", "按 / 输入查询，再按 S 命名保存。";
    view_of_everything: "An empty query lists every course and needs no name; type one with / first.", "空查询会列出全部课程，不需要保存；请先按 / 输入查询。";
    nothing_to_complete: "Nothing to complete here; F1 shows what may be typed.", "此处没有可补全的内容；按 F1 查看查询语法。";
    query_help: "Query help", "查询语法";
    completes: "complete", "补全";
    earlier: "earlier", "历史";
    take: "take", "采用";
    next: "next", "下一项";
    type_to_narrow: "type part of a name or a query", "输入名称或查询的一部分";
    apply: "apply", "应用";
    remove: "remove", "删去";

    // Notices.
    already_planned: "already in the plan · x takes it out", "已在计划中；按 x 移出";
    already_void: "already void", "已作废";
    nothing_to_undo: "Nothing to undo.", "没有可撤销的更改。";
    nothing_to_redo: "Nothing to redo.", "没有可重做的更改。";
    no_problems: "Every file was read without a problem.", "所有文件均已正常读取。";
    paste_ignored: "Pasted text goes into a text field; / opens the query.", "粘贴的文本只进入输入框；按 / 打开查询。";
    quit_unsaved: "This form is not saved. Ctrl+c once more quits, Enter saves.", "此表单尚未保存。再按 Ctrl+c 退出，按 Enter 保存。";
    quit_drafts: "A form that you left is not saved. The same key once more quits.", "有一份已离开的表单尚未保存。再按一次同一键退出。";
    draft_kept: "Not saved; what you typed is kept until you open it again.", "未保存；已输入的内容会保留到再次打开。";
    draft_restored: "Here is what you had typed before.", "已恢复先前输入的内容。";
    input_waiting: "The terminal is in the middle of a key or a paste.", "终端尚未传完一个按键或粘贴内容。";
    item_gone: "Not saved: the course is no longer in the plan.", "未保存：该课程已不在计划中。";
    themes: "Themes", "主题";
    theme_take: "use it", "采用";
    theme_now: "in use", "使用中";
    theme_keys: "Enter keeps it, Esc goes back to the one in use.", "按 Enter 采用，按 Esc 换回原来的。";
    reloaded: "All files were read again.", "已重新读取所有文件。";
    settings_read: "The settings have changed and hold from now on.", "设置已更改，即刻生效。";
}

impl Lang {
    pub fn words(self) -> &'static Words {
        match self {
            Self::En => &EN,
            Self::Zh => &ZH,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_labels_are_chinese() {
        for (name, en, zh) in ALL {
            assert!(!en.is_empty() && zh.chars().any(crate::domain::course::is_han), "{name}: {zh}");
        }
    }
}
