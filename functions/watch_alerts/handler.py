"""Every few minutes: the rules are held against what is said of subjects that have changed."""

from datetime import timedelta

from wareloom.alerts.watch import watch_alerts
from wareloom.edge.slices import slices

handle = slices(watch_alerts, spare=timedelta(seconds=30))
