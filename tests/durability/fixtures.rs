//! Data directories of earlier versions load for ever.
