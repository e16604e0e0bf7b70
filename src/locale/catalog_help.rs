//! Says what to do about a mistake in a catalog.

use super::Lang;
use super::catalog_problems::quoted;
use crate::store::catalog::{HoursMistake, ProblemKind, Syntax, Type};

impl ProblemKind {
    /// The remedy, where the mistake alone does not say it.
    pub fn help(&self, lang: Lang) -> Option<String> {
        match lang {
            Lang::En => self.help_en(),
            Lang::Zh => self.help_zh(),
        }
    }

    fn help_en(&self) -> Option<String> {
        let help = match self {
            Self::NotFound => "check the path",
            Self::EmptyFolder => "name a folder with catalog files, or a file",
            Self::NotRegular => "name a plain file or a folder",
            Self::Unreadable { .. } => "check the file and its permissions",
            Self::TooLarge { .. } => "split it into several files of one folder",
            Self::TooManyCourses { .. } => "open fewer catalogs at once",
            Self::NotUtf8 => "save it again as UTF-8",
            Self::ConflictMarker => {
                "keep one of the two versions and remove the lines <<<<<<<, ======= and >>>>>>>"
            }
            Self::Syntax(syntax) => return syntax.help_en().map(str::to_owned),
            Self::PackNotCatalog => "open it with --rules",
            Self::SchemaMissing => "add schema = 1 as the first line",
            Self::SchemaInvalid => "write schema = 1",
            Self::SchemaNewer { .. } => "update the program to read all of it",
            Self::UnknownKey { suggestion: Some(suggestion), .. } => {
                return Some(format!("did you mean {}?", quoted(suggestion)));
            }
            Self::UnknownKey { .. } => "it has no effect",
            Self::WrongType { found: Type::Text, expected, .. } => match expected {
                Type::Number | Type::Integer | Type::Date | Type::Boolean | Type::NumberOrTable => {
                    "write it without quotation marks"
                }
                Type::TextList => "put it in square brackets",
                _ => return None,
            },
            Self::WrongType { found: Type::Table, expected: Type::Tables, .. } => {
                "write the name in double brackets: [[…]]"
            }
            Self::WrongType { expected: Type::Text, .. } => "put it in quotation marks",
            Self::WrongType { .. } => return None,
            Self::MissingKey { .. } => "add it",
            Self::NotAnId { .. } => "use small letters, digits and single hyphens, at most 120",
            Self::DuplicateId { .. } => "rename or remove one of the two",
            Self::DuplicateCatalog { .. } => "remove one of the two",
            Self::EmptyText { .. } => "write something, or leave the key out",
            Self::TextTooLong { .. } => "shorten it",
            Self::UnknownWord { suggestion, allowed, .. } => {
                let allowed = allowed.join(", ");
                return Some(match suggestion {
                    Some(suggestion) => {
                        format!("did you mean {}? The words are: {allowed}", quoted(suggestion))
                    }
                    None => format!("the words are: {allowed}"),
                });
            }
            Self::Hours(mistake) => mistake.help_en(),
            Self::HoursReversed { .. } => "swap the two",
            Self::DateOutOfRange => "correct the year",
            Self::DateWithTime => "write it as year-month-day: 2027-03-01",
            Self::NotAPeriod { .. } => "write it as \"2027\", \"2027-03\" or \"2027-03-01\"",
            Self::EndBeforeStart { .. } => "correct one of the two",
            Self::NotAWebAddress => "begin it with https:// and leave no blanks in it",
            Self::ChooseOutOfRange { .. } => "correct the number, or leave it out for all courses",
            Self::UnknownPrerequisite { suggestion: Some(suggestion), .. }
            | Self::UndeclaredTrack { suggestion: Some(suggestion), .. }
            | Self::UndeclaredStage { suggestion: Some(suggestion), .. }
            | Self::UnknownPathwayCourse { suggestion: Some(suggestion), .. } => {
                return Some(format!("did you mean {}?", quoted(suggestion)));
            }
            Self::UnknownPrerequisite { .. } | Self::UnknownPathwayCourse { .. } => {
                "correct the id, or open the catalog that has the course"
            }
            Self::UndeclaredTrack { .. } | Self::UndeclaredStage { .. } => "correct the id, or declare it",
            Self::OwnPrerequisite { .. } => "take it out of the list",
            Self::PrerequisiteCycle { .. } => "take one of them out",
            Self::Pack(mistake) => return mistake.help(Lang::En),
            Self::More { .. } => "correct those above first",
        };
        Some(help.to_owned())
    }

    fn help_zh(&self) -> Option<String> {
        let help = match self {
            Self::NotFound => "请检查路径",
            Self::EmptyFolder => "请指定有目录文件的文件夹，或指定一个文件",
            Self::NotRegular => "请指定普通文件或文件夹",
            Self::Unreadable { .. } => "请检查文件及其权限",
            Self::TooLarge { .. } => "请拆成同一文件夹里的几个文件",
            Self::TooManyCourses { .. } => "请减少同时打开的目录",
            Self::NotUtf8 => "请另存为 UTF-8",
            Self::ConflictMarker => "请保留其中一个版本，并删去 <<<<<<<、======= 和 >>>>>>> 这几行",
            Self::Syntax(syntax) => return syntax.help_zh().map(str::to_owned),
            Self::PackNotCatalog => "请用 --rules 打开",
            Self::SchemaMissing => "请在第一行加上 schema = 1",
            Self::SchemaInvalid => "请写成 schema = 1",
            Self::SchemaNewer { .. } => "升级本程序后可读取全部内容",
            Self::UnknownKey { suggestion: Some(suggestion), .. } => {
                return Some(format!("是不是想写 {}？", quoted(suggestion)));
            }
            Self::UnknownKey { .. } => "它不起作用",
            Self::WrongType { found: Type::Text, expected, .. } => match expected {
                Type::Number | Type::Integer | Type::Date | Type::Boolean | Type::NumberOrTable => {
                    "请去掉引号"
                }
                Type::TextList => "请放进方括号",
                _ => return None,
            },
            Self::WrongType { found: Type::Table, expected: Type::Tables, .. } => "请用双方括号书写：[[…]]",
            Self::WrongType { expected: Type::Text, .. } => "请加上引号",
            Self::WrongType { .. } => return None,
            Self::MissingKey { .. } => "请补上",
            Self::NotAnId { .. } => "请用小写字母、数字和单个连字符，最多 120 个",
            Self::DuplicateId { .. } => "请改名或删去其中一个",
            Self::DuplicateCatalog { .. } => "请删去其中一个",
            Self::EmptyText { .. } => "请填写内容，或删去这个键",
            Self::TextTooLong { .. } => "请缩短",
            Self::UnknownWord { suggestion, allowed, .. } => {
                let allowed = allowed.join("、");
                return Some(match suggestion {
                    Some(suggestion) => format!("是不是想写 {}？可用的词：{allowed}", quoted(suggestion)),
                    None => format!("可用的词：{allowed}"),
                });
            }
            Self::Hours(mistake) => mistake.help_zh(),
            Self::HoursReversed { .. } => "请对调这两个数",
            Self::DateOutOfRange => "请改正年份",
            Self::DateWithTime => "请按年-月-日书写，例如 2027-03-01",
            Self::NotAPeriod { .. } => "请写成 \"2027\"、\"2027-03\" 或 \"2027-03-01\"",
            Self::EndBeforeStart { .. } => "请改正其中一个",
            Self::NotAWebAddress => "请以 https:// 开头，中间不留空格",
            Self::ChooseOutOfRange { .. } => "请改正这个数；要求全部课程时可以不写",
            Self::UnknownPrerequisite { suggestion: Some(suggestion), .. }
            | Self::UndeclaredTrack { suggestion: Some(suggestion), .. }
            | Self::UndeclaredStage { suggestion: Some(suggestion), .. }
            | Self::UnknownPathwayCourse { suggestion: Some(suggestion), .. } => {
                return Some(format!("是不是想写 {}？", quoted(suggestion)));
            }
            Self::UnknownPrerequisite { .. } | Self::UnknownPathwayCourse { .. } => {
                "请改正标识，或打开含有该课程的目录"
            }
            Self::UndeclaredTrack { .. } | Self::UndeclaredStage { .. } => "请改正标识，或补上声明",
            Self::OwnPrerequisite { .. } => "请从列表里去掉它",
            Self::PrerequisiteCycle { .. } => "请去掉其中一个",
            Self::Pack(mistake) => return mistake.help(Lang::Zh),
            Self::More { .. } => "请先改正以上问题",
        };
        Some(help.to_owned())
    }
}

impl Syntax {
    fn help_en(&self) -> Option<&'static str> {
        Some(match self {
            Self::UnclosedText => "close it with the mark it began with, on the same line",
            Self::Unclosed(_) => "close it",
            Self::MissingValue => "write a value, or remove the line",
            Self::MissingEquals | Self::MissingKey => "write lines as key = value",
            Self::MissingComma => "add one, or close the bracket before",
            Self::ExtraComma => "remove it",
            Self::Unquoted => "put it in straight quotation marks: \"…\"",
            Self::BadKey => "keys have letters a–z, digits, - and _",
            Self::DuplicateKey { .. } => "remove one of the two",
            Self::BadNumber => "write digits, and a point before decimals: 0.5",
            Self::DecimalComma => "write 1.5",
            Self::BadDate => "write an existing day as year-month-day: 2027-03-01",
            Self::BadBoolean => "write it in small letters",
            Self::BadEscape => "write two backslashes for one, or put the text in single quotation marks",
            Self::ControlCharacter => "remove it",
            Self::LoneCarriageReturn => "save the file with ordinary line ends",
            Self::Trailing => "begin a new line, or correct the value before",
            Self::TooDeep => return None,
            Self::Other => "compare the line with the examples of the format",
        })
    }

    fn help_zh(&self) -> Option<&'static str> {
        Some(match self {
            Self::UnclosedText => "请在同一行用与开头相同的引号结尾",
            Self::Unclosed(_) => "请补上",
            Self::MissingValue => "请写上值，或删去这一行",
            Self::MissingEquals | Self::MissingKey => "每行请写成 键 = 值",
            Self::MissingComma => "请补上逗号，或补上前面缺少的括号",
            Self::ExtraComma => "请删去",
            Self::Unquoted => "请加上英文直引号：\"…\"",
            Self::BadKey => "键只用字母 a–z、数字、- 和 _",
            Self::DuplicateKey { .. } => "请删去其中一个",
            Self::BadNumber => "请只写数字，小数点前要有数字，例如 0.5",
            Self::DecimalComma => "请写成 1.5",
            Self::BadDate => "请按年-月-日写一个存在的日期，例如 2027-03-01",
            Self::BadBoolean => "请用小写字母",
            Self::BadEscape => "一个反斜杠请写成两个，或改用单引号",
            Self::ControlCharacter => "请删去",
            Self::LoneCarriageReturn => "请用普通的换行保存文件",
            Self::Trailing => "请另起一行，或改正前面的值",
            Self::TooDeep => return None,
            Self::Other => "请对照格式说明中的例子",
        })
    }
}

impl HoursMistake {
    fn help_en(self) -> &'static str {
        match self {
            Self::Zero | Self::Negative | Self::NotFinite => "leave hours out if nobody has stated them",
            Self::Exponent => "write the number in full",
            Self::TooManyDecimals => "round to two decimals",
            Self::TooMany => "check the figure and its unit",
            Self::Shape => "write { min, max, basis } or { theory, practice, total }",
        }
    }

    fn help_zh(self) -> &'static str {
        match self {
            Self::Zero | Self::Negative | Self::NotFinite => "来源没有写明时长，就不要写 hours",
            Self::Exponent => "请写出完整的数字",
            Self::TooManyDecimals => "请保留两位小数",
            Self::TooMany => "请核对数值和单位",
            Self::Shape => "请写成 { min, max, basis } 或 { theory, practice, total }",
        }
    }
}
