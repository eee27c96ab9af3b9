"""What was gathered, briefed and sent: an SQLite file. Imported only by the commands that need it.

The journal is an index. The finished folders are the record: what they hold and it does not know is
recorded before anything else, so a killed run repeats nothing, and a lost journal is learned again.
"""
