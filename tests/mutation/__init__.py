"""Mutation testing: mutmut's mutants of the site's rules, of sign-in, of the replies and of the options.

mutmut finds the mutants, writes and switches those in functions, and records what comes of them. What is ours: the
tests are collected once for all forks, values outside functions are mutated too, and whoever survives is explained.
"""
