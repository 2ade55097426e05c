"""A real browser without a screen: Chromium, driven by selenium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 15  # seconds, on a machine with much to do
LATENCY = 20  # milliseconds from here to the page, so that whoever does not wait for it fails each time
# It is to call nobody but the page; without a sandbox where it may have none, as for root.
ARGUMENTS = (
    *("--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"),
)


def missing(reason: str) -> NoReturn:
    """Skip the tests in a browser for a reason, or fail them in CI, where nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(f"the page cannot be tested in a browser: {reason}", pytrace=False)
    pytest.skip(f"the page cannot be tested in a browser: {reason}")


def path_of(*programs: str) -> str:
    """Return where one of some programs is; without any the tests in a browser are skipped."""
    found = next(filter(None, map(shutil.which, programs)), None)
    return found or missing(f"there is no {programs[0]} (Debian's packages chromium and chromium-driver)")


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


class Browser:
    """A window of the browser."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        """Go to an address."""
        with self.another_page():
            self.driver.get(address)

    @contextmanager
    def another_page(self) -> Iterator[None]:
        """Wait, once something was done that leads to another page, until that page is there, whole."""
        self.run("window.isLeft = true")
        yield
        self.until(lambda: self.run("return !window.isLeft && document.readyState === 'complete'"))

    def all(self, selector: str) -> list[WebElement]:
        """Return the elements that a CSS selector finds."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        """Return the only element that a CSS selector finds."""
        (found,) = self.all(selector)
        return found

    def texts(self, selector: str) -> list[str]:
        """Return the texts of elements as they are seen, each in one line."""
        return [" ".join(one.text.split()) for one in self.all(selector)]

    def run(self, script: str, *arguments: Any) -> Any:
        """Return what JavaScript returns."""
        return self.driver.execute_script(script, *arguments)

    def until(self, holds: Callable[[], Any]) -> Any:
        """Wait until something holds, and return it; what is asked while the page changes holds later."""
        wait = WebDriverWait(self.driver, PATIENCE, poll_frequency=0.05, ignored_exceptions=[WebDriverException])
        return wait.until(lambda _: holds())

    def emulate(self, *, scheme: str = "light", width: int = 1280, height: int = 900) -> None:
        """Have light or dark preferred, and a screen of a size."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def complaints(self) -> list[str]:
        """Return what the browser has complained of since it was last asked, such as what a policy forbade."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


@contextmanager
def a_browser(folder: str) -> Iterator[Browser]:
    """Run a browser that keeps its things in a folder."""
    options = ChromeOptions()
    options.binary_location = path_of(*BROWSERS)
    for argument in (*ARGUMENTS, f"--user-data-dir={folder}", *(["--no-sandbox"] if _is_root() else [])):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    # The driver waits for a page at times only: so it never does.
    options.page_load_strategy = "none"
    driver = Chrome(options=options, service=ChromeService(path_of("chromedriver")))
    try:
        driver.set_network_conditions(offline=False, latency=LATENCY, throughput=10_000_000)
        yield Browser(driver)
    finally:
        driver.quit()
