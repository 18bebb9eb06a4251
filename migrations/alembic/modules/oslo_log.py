"""oslo_log.log, as far as a revision writes to its log."""
from logging import getLogger
