"""What is said of packages is true of them."""

from __future__ import annotations

import pytest

from framesage.rulebase import symbols


@pytest.fixture(scope="session")
def reason(rule_base):
    """Return why a package is evidence for a trait; "" if it is not."""

    def find(package: str, trait: str) -> str:
        symbol = symbols.package(package)
        groups = [group for group in rule_base.evidence if symbol in group.strengths]
        return next((group.why for group in groups if group.trait == trait), "")

    return find


@pytest.mark.parametrize(
    "package",
    [
        *("stripe", "braintree", "adyen", "paypal-server-sdk", "mollie-api-python", "klarna-api"),
        *("razorpay", "midtransclient", "xendit-python", "alipay-sdk-python", "wechatpayv3"),
        *("paystackapi", "flutterwave", "mercadopago", "conekta", "iyzipay", "payu-sdk", "payjp"),
        *("gocardless-pro", "dj-paypal", "authorizenet", "coinbase-commerce", "btcpay-python"),
        *("paddle-python-sdk", "lemonsqueezy", "yookassa", "sslcommerz-lib", "django-daraja"),
    ],
)
def test_packages_of_payment_providers_take_payments(package, reason):
    assert reason(package, "takes-payments") == "takes payments"


@pytest.mark.parametrize(
    "package", ["plaid-python", "nordigen", "xero-python", "openexchangerates"]
)
def test_reading_accounts_and_rates_is_not_taking_payments(package, reason):
    assert not reason(package, "takes-payments")


@pytest.mark.parametrize(
    ("package", "trait", "words"),
    [
        ("flask-httpauth", "serves-api", "origins"),
        ("django-oauth-toolkit", "serves-api", "origins"),
        ("paho-mqtt", "real-time", "browser"),
        ("paho-mqtt", "real-time", "clients"),
        ("micawber", "content-heavy", "editors"),
        ("django-import-export", "handles-uploads", "uploads"),
        ("pyjwt", "has-login", "identity provider"),
        ("bcrypt", "has-login", "handles logins"),
        ("email-validator", "sends-email", "sends"),
        ("django-split-settings", "large-scale", "developers"),
        ("psycopg2", "reusable-package", "deploys"),
        ("django-compressor", "renders-html", "styles"),
        ("ansible", "web-application", "hardware"),
    ],
)
def test_reasons_do_not_say_what_a_package_does_not_do(package, trait, words, reason):
    assert reason(package, trait)
    assert words not in reason(package, trait)


@pytest.mark.parametrize(
    ("package", "trait"),
    [
        ("django-mptt", "content-heavy"),
        ("django-mptt", "needs-admin"),
        ("plaid-python", "takes-payments"),
        ("django-dirtyfields", "stores-audit-trail"),
        ("types-stripe", "takes-payments"),
        ("types-sqlalchemy", "needs-orm"),
    ],
)
def test_packages_are_no_evidence_for_what_they_do_not_do(package, trait, reason):
    assert not reason(package, trait)


@pytest.mark.parametrize(
    ("package", "dependency", "trait"),
    [
        ("django-redis", "redis", "caching"),
        ("flask-jwt-extended", "pyjwt", "has-login"),
        ("flask-bcrypt", "bcrypt", "needs-auth"),
        ("flask-pydantic", "pydantic", "serves-api"),
        ("dj-stripe", "stripe", "takes-payments"),
        ("django-storages", "boto3", "handles-uploads"),
        ("flask-mako", "mako", "renders-html"),
    ],
)
def test_a_package_and_its_dependency_give_one_reason(package, dependency, trait, rule_base):
    names = {symbols.package(package), symbols.package(dependency)}
    groups = [group for group in rule_base.evidence if group.trait == trait]
    assert [group.id for group in groups if names & set(group.strengths)] == [
        group.id for group in groups if names <= set(group.strengths)
    ]


@pytest.mark.parametrize(
    ("package", "trait"),
    [
        ("django-oidc-provider", "single-sign-on"),
        ("flask-kerberos", "single-sign-on"),
        ("django-multifactor", "needs-auth"),
        ("authy", "needs-auth"),
        ("django-huey", "background-jobs"),
        ("remoulade", "background-jobs"),
        ("elasticsearch8", "search"),
        ("wagtail-seo", "content-heavy"),
        ("aldryn-newsblog", "content-heavy"),
        ("django-rls-tenants", "multi-tenant"),
        ("django-modeltrans", "internationalized"),
        ("django-s3file", "handles-uploads"),
        ("django-yubin", "sends-email"),
        ("django-liveview", "real-time"),
        ("django-gisserver", "geographic"),
        ("django-field-audit", "stores-audit-trail"),
        ("flask-magql", "serves-api"),
        ("django-fast-ratelimit", "rate-limited"),
    ],
)
def test_packages_of_many_kinds_are_evidence(package, trait, reason):
    assert reason(package, trait)
