//! Everything a key or the palette can do: closed and without fields, so that a key binding, a
//! help line and a palette row always mean the same thing. What an action is called for the reader
//! is in `locale::actions`; which key it has is in `config/keymap.toml`.

macro_rules! actions {
    ($($action:ident = $name:literal),+ $(,)?) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action { $($action),+ }

        impl Action {
            /// In the order of the help screen.
            pub const ALL: &'static [Self] = &[$(Self::$action),+];

            /// The name in key bindings.
            pub fn name(self) -> &'static str {
                match self { $(Self::$action => $name),+ }
            }
        }
    };
}

actions! {
    Search = "search",
    PlanAdd = "plan-add",
    PlanRemove = "plan-remove",
    RecordHours = "record-hours",
    RecordFree = "record-free",
    Modify = "modify",
    Void = "void",
    MoveEarlier = "move-earlier",
    MoveLater = "move-later",
    Mark = "mark",
    MarkAll = "mark-all",
    MarkRange = "mark-range",
    Compare = "compare",
    Prerequisites = "prerequisites",
    Timer = "timer",
    CopyCitation = "copy-citation",
    CopyId = "copy-id",
    CopyUrl = "copy-url",
    CopyJson = "copy-json",
    OpenUrl = "open-url",
    Edit = "edit",
    Open = "open",
    Facets = "facets",
    ToggleFacet = "toggle-facet",
    SortRelevance = "sort-relevance",
    SortTitle = "sort-title",
    SortTitleReverse = "sort-title-reverse",
    SortHours = "sort-hours",
    SortHoursReverse = "sort-hours-reverse",
    SortProvider = "sort-provider",
    SortProviderReverse = "sort-provider-reverse",
    SortTrack = "sort-track",
    SortTrackReverse = "sort-track-reverse",
    SortGain = "sort-gain",
    SaveView = "save-view",
    SavedViews = "saved-views",
    Follow = "follow",
    Unfollow = "unfollow",
    FillGap = "fill-gap",
    EarlierDay = "earlier-day",
    LaterDay = "later-day",
    Today = "today",
    Undo = "undo",
    Redo = "redo",
    ViewCatalog = "view-catalog",
    ViewPlan = "view-plan",
    ViewHours = "view-hours",
    ViewStatus = "view-status",
    Year = "year",
    NextView = "next-view",
    PreviousView = "previous-view",
    NextPane = "next-pane",
    PreviousPane = "previous-pane",
    Left = "left",
    Right = "right",
    Down = "down",
    Up = "up",
    HalfPageDown = "half-page-down",
    HalfPageUp = "half-page-up",
    PageDown = "page-down",
    PageUp = "page-up",
    Top = "top",
    Bottom = "bottom",
    DetailDown = "detail-down",
    DetailUp = "detail-up",
    Zoom = "zoom",
    Problems = "problems",
    Help = "help",
    QueryHelp = "query-help",
    Palette = "palette",
    Themes = "themes",
    Tour = "tour",
    Reload = "reload",
    Redraw = "redraw",
    Suspend = "suspend",
    Escape = "escape",
    Back = "back",
    Quit = "quit",
}

impl Action {
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }
}
