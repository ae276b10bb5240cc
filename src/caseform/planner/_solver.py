"""HiGHS, asked for the best of a program: one thread, no chance, and a proof of how good it is.

It is asked first without the demand that columns are whole. No plan can be better than that, and
for programs of this shape the answer nearly always is whole: then it is proven best, some thirty
times sooner. Where it is not, it is asked again for whole columns, and says itself how far it can
be from the best.
"""

from collections.abc import Mapping
from typing import Any

from caseform.planner._program import Program, Row

_HALF = 0.5
_WHOLE = 1e-6


class Solver:
    """A program that can be solved for one thing after the other.

    Args:
        asked: The program.
    """

    def __init__(self, asked: Program) -> None:
        # Imported where used: most pages plan nothing.
        import highspy
        import numpy as np

        self._optimal = highspy.HighsModelStatus.kOptimal
        self._count = len(asked.lower)

        class Quiet(highspy.Highs):
            def enableCallbacks(self) -> None:  # noqa: N802
                """Leave them off: nothing here listens, and switching them on prints a line."""

        self._solver: Any = Quiet()  # type: ignore[no-untyped-call]
        for name, value in (
            ("output_flag", False),
            ("threads", 1),
            ("parallel", "off"),
            ("random_seed", 0),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 0.0),
        ):
            self._solver.setOptionValue(name, value)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = self._count, len(asked.rows)
        model.col_cost_ = np.zeros(self._count)
        model.col_lower_, model.col_upper_ = np.array(asked.lower), np.array(asked.upper)
        model.row_lower_ = np.full(len(asked.rows), -highspy.kHighsInf)
        model.row_upper_ = np.array([row.most for row in asked.rows], dtype=float)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        ends = np.cumsum([0, *(len(row.terms) for row in asked.rows)])
        model.a_matrix_.start_ = ends.astype(np.int32)
        model.a_matrix_.index_ = np.array(
            [column for row in asked.rows for column in row.terms], dtype=np.int32
        )
        model.a_matrix_.value_ = np.array(
            [times for row in asked.rows for times in row.terms.values()], dtype=float
        )
        self._solver.passModel(model)
        self._asks_whole = False

    def least(self, costs: Mapping[int, float]) -> float | None:
        """Solve for the least of `costs` and return it; None where nothing fits."""
        import numpy as np

        every = np.zeros(self._count)
        for column, cost in costs.items():
            every[column] = cost
        self._solver.changeColsCost(self._count, np.arange(self._count, dtype=np.int32), every)
        if not self._is_solved():
            return None
        if not self._asks_whole and any(
            _WHOLE < value < 1 - _WHOLE for value in self._solver.getSolution().col_value
        ):
            self._ask_whole()
            if not self._is_solved():
                return None
        chosen = self.chosen()
        return sum(cost for column, cost in costs.items() if chosen[column])

    def keep(self, row: Row) -> None:
        """Keep one row more from now on."""
        import highspy
        import numpy as np

        columns = np.array(list(row.terms), dtype=np.int32)
        times = np.array(list(row.terms.values()), dtype=float)
        self._solver.addRow(-highspy.kHighsInf, row.most, len(columns), columns, times)

    @property
    def gap(self) -> float:
        """How far the last solution can be from the best, as part of its worth; 0 is proven."""
        return float(max(0.0, self._solver.getInfo().mip_gap)) if self._asks_whole else 0.0

    def chosen(self) -> list[bool]:
        """Return for each column whether it is chosen in the last solution."""
        return [value > _HALF for value in self._solver.getSolution().col_value]

    def _is_solved(self) -> bool:
        self._solver.run()
        return bool(self._solver.getModelStatus() == self._optimal)

    def _ask_whole(self) -> None:
        import highspy
        import numpy as np

        every = np.arange(self._count, dtype=np.int32)
        whole = np.array([highspy.HighsVarType.kInteger] * self._count)
        self._solver.changeColsIntegrality(self._count, every, whole)
        self._asks_whole = True
