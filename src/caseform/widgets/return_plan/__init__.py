"""The graded return: how before when, the ladder, the coming days with reasons, the timetable."""

from caseform.widgets.return_plan._page import ReturnPlanPage

__all__ = ["ReturnPlanPage"]
