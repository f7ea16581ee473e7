// The engine of an older version.
