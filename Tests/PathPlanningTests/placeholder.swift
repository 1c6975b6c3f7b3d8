// The tests of the path planner.
