//! What each action is called for the reader: in help, palette and footer.

use super::{Lang, Say};
use crate::action::Action;

/// What an action is about: the heads of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    ThisView,
    Moving,
    Views,
    CopyingAndOpening,
    History,
    Program,
}

impl Group {
    pub fn of(action: Action) -> Self {
        use Action as A;
        match action {
            A::Left
            | A::Right
            | A::Down
            | A::Up
            | A::HalfPageDown
            | A::HalfPageUp
            | A::PageDown
            | A::PageUp
            | A::Top
            | A::Bottom
            | A::DetailDown
            | A::DetailUp => Self::Moving,
            A::ViewCatalog
            | A::ViewPlan
            | A::ViewHours
            | A::ViewStatus
            | A::Year
            | A::NextView
            | A::PreviousView
            | A::NextPane
            | A::PreviousPane
            | A::Zoom => Self::Views,
            A::CopyCitation | A::CopyId | A::CopyUrl | A::CopyJson | A::OpenUrl | A::Edit => {
                Self::CopyingAndOpening
            }
            A::Undo | A::Redo => Self::History,
            A::Problems
            | A::Help
            | A::Palette
            | A::Themes
            | A::Tour
            | A::Reload
            | A::Redraw
            | A::Suspend
            | A::Escape
            | A::Back
            | A::Quit => Self::Program,
            _ => Self::ThisView,
        }
    }
}

impl Say for Group {
    fn say(&self, lang: Lang) -> String {
        let (en, zh) = match self {
            Self::ThisView => ("This view", "当前视图"),
            Self::Moving => ("Moving", "移动"),
            Self::Views => ("Views and panes", "视图与窗格"),
            Self::CopyingAndOpening => ("Copying and opening", "复制与打开"),
            Self::History => ("History", "历史"),
            Self::Program => ("Program", "程序"),
        };
        if lang.is_chinese() { zh.to_owned() } else { en.to_owned() }
    }
}

/// A description for help and palette, and a word or two for the footer.
macro_rules! actions {
    ($($action:ident => $en:literal, $zh:literal, $short_en:literal, $short_zh:literal;)+) => {
        impl Say for Action {
            fn say(&self, lang: Lang) -> String {
                let (en, zh) = match self { $(Self::$action => ($en, $zh)),+ };
                if lang.is_chinese() { zh.to_owned() } else { en.to_owned() }
            }
        }

        /// The action in the footer, where room is short.
        pub fn short(action: Action, lang: Lang) -> &'static str {
            let (en, zh) = match action { $(Action::$action => ($short_en, $short_zh)),+ };
            if lang.is_chinese() { zh } else { en }
        }
    };
}

actions! {
    Search => "Search: type a query", "搜索：输入查询", "search", "搜索";
    PlanAdd => "Add to the plan (all marked courses, or this one)", "加入计划（所有标记的课程，或当前课程）", "plan", "加入计划";
    PlanRemove => "Take out of the plan", "移出计划", "unplan", "移出计划";
    RecordHours => "Record hours for this course", "为此课程登记学时", "record hours", "登记学时";
    RecordFree => "Record hours for what is in no catalog", "登记目录之外的学时", "record other", "登记其他";
    Modify => "Change the planned course, the entry or the date", "修改计划项、学时记录或要求的起算日期", "change", "修改";
    Void => "Void the entry: it stays readable and no longer counts", "作废记录：仍可查看，不再计入", "void", "作废";
    MoveEarlier => "Move the planned course up", "将计划项上移", "move up", "上移";
    MoveLater => "Move the planned course down", "将计划项下移", "move down", "下移";
    Mark => "Mark the course and go on", "标记课程并下移", "mark", "标记";
    MarkAll => "Mark all listed courses, or none", "标记全部列出的课程，或全部取消", "mark all", "全部标记";
    MarkRange => "Mark from here to where the cursor goes", "从此处起连续标记", "mark range", "连续标记";
    Compare => "Compare the marked courses side by side, two to four", "并排比较标记的课程（二至四门）", "compare", "比较";
    Prerequisites => "Show what a course asks for first, with the hours", "查看先修课程及所需学时", "prerequisites", "先修课程";
    TimerDiscard => "Throw away the time that was measured", "放弃已计的时间", "discard time", "放弃计时";
    Timer => "Start or stop the timer on this course", "开始或停止此课程的计时", "timer", "计时";
    CopyCitation => "Copy a citation", "复制引用信息", "citation", "引用信息";
    CopyId => "Copy the id", "复制编号", "id", "编号";
    CopyUrl => "Copy the address (URL)", "复制网址", "URL", "网址";
    CopyJson => "Copy as JSON", "复制为 JSON", "JSON", "JSON";
    OpenUrl => "Open the address (URL) in the browser", "在浏览器中打开网址", "open URL", "打开网址";
    Edit => "Open in the editor, at its line", "在编辑器中打开所在行", "edit", "编辑";
    Open => "Read in full, and back to the list", "查看详情，或返回列表", "read", "查看";
    Facets => "Open the facets, or close them", "打开或关闭筛选栏", "facets", "筛选";
    ToggleFacet => "Switch the facet value on or off", "选中或取消筛选值", "switch", "切换";
    SortRelevance => "Sort by relevance", "按相关度排序", "relevance", "相关度";
    SortTitle => "Sort by title", "按标题排序", "title", "标题";
    SortTitleReverse => "Sort by title, Z first", "按标题倒序排序", "title, reversed", "标题倒序";
    SortHours => "Sort by hours, shortest first", "按学时排序，短的在前", "hours", "学时";
    SortHoursReverse => "Sort by hours, longest first", "按学时排序，长的在前", "hours, longest", "学时倒序";
    SortProvider => "Sort by provider", "按机构排序", "provider", "机构";
    SortProviderReverse => "Sort by provider, Z first", "按机构倒序排序", "provider, reversed", "机构倒序";
    SortTrack => "Sort by track", "按方向排序", "track", "方向";
    SortTrackReverse => "Sort by track, Z first", "按方向倒序排序", "track, reversed", "方向倒序";
    SortGain => "Sort by what a course adds to the requirements", "按对学时要求的贡献排序", "what it adds", "贡献";
    SaveView => "Save this query as a view", "将此查询保存为视图", "save view", "保存视图";
    SavedViews => "Choose a saved view", "选择已保存的视图", "saved views", "已存视图";
    Follow => "Choose a pack of requirements to follow", "选择要关注的学时要求", "choose a pack", "选择要求";
    Unfollow => "Follow these requirements no longer", "不再关注此学时要求", "unfollow", "取消关注";
    FillGap => "Find courses for what is missing here", "查找可补足此项的课程", "fill the gap", "补足差额";
    EarlierDay => "Look at the requirements as of a month earlier", "将核算日期前移一个月", "month back", "前移一月";
    LaterDay => "Look at the requirements as of a month later", "将核算日期后移一个月", "month on", "后移一月";
    Today => "Look at the requirements as of today", "将核算日期恢复为今天", "today", "回到今天";
    Undo => "Undo the last change", "撤销上一次更改", "undo", "撤销";
    Redo => "Redo what was undone", "重做已撤销的更改", "redo", "重做";
    ViewCatalog => "Go to the catalog", "转到课程目录", "catalog", "目录";
    ViewPlan => "Go to the plan", "转到学习计划", "plan", "计划";
    ViewHours => "Go to the hours", "转到学时记录", "hours", "学时";
    ViewStatus => "Go to the requirements: what is met, what is missing", "转到达标情况：已达标与尚缺", "status", "达标";
    Year => "See a year of study: days, categories, tracks, pace", "查看全年学习情况：日历、类别、方向、进度", "year", "全年";
    NextView => "Go to the next view", "转到下一视图", "next view", "下一视图";
    PreviousView => "Go to the view before", "转到上一视图", "view before", "上一视图";
    NextPane => "Go to the next pane", "转到下一窗格", "next pane", "下一窗格";
    PreviousPane => "Go to the pane before", "转到上一窗格", "pane before", "上一窗格";
    Left => "Go to the pane on the left", "转到左侧窗格", "left", "左";
    Right => "Go to the pane on the right", "转到右侧窗格", "right", "右";
    Down => "Down a line", "下移一行", "down", "下";
    Up => "Up a line", "上移一行", "up", "上";
    HalfPageDown => "Down half a page", "下移半页", "half page down", "下半页";
    HalfPageUp => "Up half a page", "上移半页", "half page up", "上半页";
    PageDown => "Down a page", "下移一页", "page down", "下一页";
    PageUp => "Up a page", "上移一页", "page up", "上一页";
    Top => "To the first line", "到第一行", "top", "顶部";
    Bottom => "To the last line", "到最后一行", "bottom", "底部";
    DetailDown => "Scroll the details down", "详情向下滚动", "scroll down", "详情下滚";
    DetailUp => "Scroll the details up", "详情向上滚动", "scroll up", "详情上滚";
    Zoom => "Give this pane the whole screen, or give it back", "放大当前窗格，或恢复", "zoom", "放大";
    Problems => "Show what is wrong with the files", "查看文件中的问题", "problems", "问题";
    Help => "Show the keys that work here", "查看此处可用的按键", "help", "帮助";
    QueryHelp => "Show what may be typed into the query line", "查看查询语法", "query help", "查询语法";
    Palette => "Find any command", "查找任意命令", "commands", "命令";
    Themes => "Choose a theme, and see it at once", "选择主题并即时预览", "themes", "主题";
    Tour => "Take the tour: three steps", "查看入门导览（三步）", "tour", "导览";
    Reload => "Read all files again", "重新读取所有文件", "reload", "重新读取";
    Redraw => "Draw the screen anew", "重绘屏幕", "redraw", "重绘";
    Suspend => "Suspend; fg brings the program back", "挂起程序，用 fg 恢复", "suspend", "挂起";
    Escape => "One step out: typing, pane, marks, query", "退出一层：输入、窗格、标记、查询", "out", "退出一层";
    Back => "Back; in the catalog, quit", "返回；在目录中则退出程序", "quit", "退出";
    Quit => "Quit", "退出程序", "quit", "退出程序";
}
