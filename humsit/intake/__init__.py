"""Every way in for reports: many files in one drop, a fetched address, a feed that is followed, a folder that is watched.

All of them end in `keep`: it reads one file and keeps what is in it, so that what is refused is said in the same words and what
came already is passed over in the same way.
"""
