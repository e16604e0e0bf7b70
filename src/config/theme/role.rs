//! What a colour is for. Screens name a role, never a colour, and so do theme files.

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $name:literal),+ $(,)?) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Role { $($(#[$doc])* $role),+ }

        impl Role {
            /// In the order of a theme file.
            pub const ALL: &'static [Self] = &[$(Self::$role),+];

            /// The name in theme files.
            pub fn name(self) -> &'static str {
                match self { $(Self::$role => $name),+ }
            }
        }
    };
}

roles! {
    /// The whole screen. A background here is painted everywhere.
    Text = "text",
    /// Secondary text: the other language's title, heads, hints.
    Dim = "dim",
    Heading = "heading",
    /// The program's name, the current view, the name of the pane with the focus.
    Accent = "accent",
    /// A key in footer and help.
    Key = "key",
    Border = "border",
    /// The border of the pane with the focus, and of what lies over a view.
    Focus = "focus",
    /// The row under the cursor.
    Selected = "selected",
    /// The same, in a pane that has not the focus.
    SelectedElsewhere = "selected-elsewhere",
    /// The sign of a marked row.
    Marked = "marked",
    /// Characters that made a row match.
    Match = "match",
    Planned = "planned",
    Done = "done",
    Warning = "warning",
    Error = "error",
    /// What no longer counts: a void entry, a given-up course.
    Gone = "gone",
    // How one stands under a rule.
    Met = "met",
    OnTrack = "on-track",
    AtRisk = "at-risk",
    Missed = "missed",
    // The parts of a bar of hours.
    BarCounted = "bar-counted",
    BarCarried = "bar-carried",
    BarPlanned = "bar-planned",
    BarTried = "bar-tried",
    BarRest = "bar-rest",
    // The days of a year, from those without study to those with most of it.
    Heat0 = "heat-0",
    Heat1 = "heat-1",
    Heat2 = "heat-2",
    Heat3 = "heat-3",
    Heat4 = "heat-4",
}

impl Role {
    pub const COUNT: usize = Self::ALL.len();

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.name() == name)
    }

    /// Steps of a picture of days, from none to most. Beyond the last it stays the last.
    pub fn heat(step: usize) -> Self {
        match step {
            0 => Self::Heat0,
            1 => Self::Heat1,
            2 => Self::Heat2,
            3 => Self::Heat3,
            _ => Self::Heat4,
        }
    }
}
