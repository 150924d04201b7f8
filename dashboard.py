"""The dashboard: `streamlit run dashboard.py`. Everything it shows lives in humsit/app/."""

from humsit.app import run

run()
