"""CP-SAT on the programs that HiGHS is given: run by the Python that has it, fed on its input.

It reads one program as JSON, solves it as often as asked, and prints the seconds of each try and
what the solution is worth. It imports nothing of caseform, so that only the solver is measured.
"""

import json
import sys
import time


def main() -> None:
    """Solve what stands on the input."""
    asked = json.load(sys.stdin)
    started = time.perf_counter()
    from ortools.sat.python import cp_model

    loaded = time.perf_counter() - started
    took, worth = [], 0
    for _ in range(asked["tries"]):
        started = time.perf_counter()
        model = cp_model.CpModel()
        columns = [
            model.new_int_var(int(low), int(high), "")
            for low, high in zip(asked["lower"], asked["upper"], strict=True)
        ]
        for terms, most in asked["rows"]:
            row = sum(int(times) * columns[column] for column, times in terms)
            model.add(row <= int(most))
        model.minimize(sum(int(cost) * columns[column] for column, cost in asked["worth"]))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 0
        status = solver.solve(model)
        took.append(time.perf_counter() - started)
        if status != cp_model.OPTIMAL:
            sys.exit("no plan was proven best")
        worth = round(solver.objective_value)
    print(json.dumps({"loaded": loaded, "took": took, "worth": worth}))


if __name__ == "__main__":
    main()
