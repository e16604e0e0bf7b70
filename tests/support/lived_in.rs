//! The files of a record that is lived in: a plan, entries of two years, a correction, rules followed.

pub const PLAN: &str = "schema = 1\n
[[item]]\ncourse = \"leading-change\"\ntitle = \"Leading change\"\nadded = 2026-10-01\nby = 2026-11-01
why = \"The new line starts in spring.\"\n
[[item]]\ncourse = \"digital-economy-industry\"\ntitle = \"Digital economy empowering industry\"\nadded = 2026-10-02\n
[[item]]\ncourse = \"scientific-leadership\"\ntitle = \"Scientific and technological leadership\"\nadded = 2026-10-02\n
[[item]]\ncourse = \"gone-from-everywhere\"\ntitle = \"A course that was taken off\"\nadded = 2026-10-03\nnote = \"Ask Li Na.\"\n";

pub const SITE: &str = "schema = 1\nid = \"entry-site\"\ndate = 2026-03-02\ntitle = \"Site safety\"
course = \"site-safety\"\nhours = 1.5\nunit = \"hour\"\ncategories = [\"public\"]\nresult = \"passed\"\n";
pub const TEAMS: &str = "schema = 1\nid = \"entry-teams\"\ndate = 2026-05-20\ntitle = \"Leading high-performance teams\"
course = \"leading-teams\"\nhours = 24\nunit = \"hour\"\ncategories = [\"professional\", \"ethics\"]\nform = \"workshop\"
result = \"completed\"\nprovider = \"Institute of Leadership\"\nnote = \"With the whole shift.\"\n";
pub const FAIR: &str = "schema = 1\nid = \"entry-fair\"\ndate = 2025-11-03\ntitle = \"Trade fair\"
hours = 6\nunit = \"class-hour\"\nresult = \"completed\"\n";
pub const WRONG: &str = "schema = 1\nid = \"entry-wrong\"\ndate = 2026-06-01\ntitle = \"Typed twice\"
hours = 8\nunit = \"hour\"\nresult = \"completed\"\n";
pub const VOIDING: &str = "schema = 1\nid = \"entry-voiding\"\ndate = 2026-06-01\nvoid = \"entry-wrong\"
reason = \"recorded twice\"\n";

pub const PROFILE: &str = "schema = 1\n
[[follow]]\nrule = \"cn-mohrss\"\n
[[follow]]\nrule = \"state-pe\"\nsince = 2024-02-01\n";
pub const LAW: &str = "schema = 1\nid = \"entry-law\"\ndate = 2026-04-09\ntitle = \"Read the building act\"
hours = 9\nunit = \"hour\"\nform = \"self-study\"\nresult = \"completed\"\n";
